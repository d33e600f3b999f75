use super::{InvalidUserId, UserId};
use proptest::prelude::*;
use std::string::ToString;

#[test]
fn numbers() {
    for (number, id) in [(1.0, 1), (6.0, 6), (2_147_483_647.0, UserId::MAX)] {
        assert_eq!(UserId::try_from(number).map(UserId::get), Ok(id));
    }
    let refused = [
        0.0,
        -0.0,
        -1.0,
        1.5,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        2_147_483_648.0,
        4_294_967_296.0 + 5.0,
        1e30,
    ];
    for id in refused {
        assert_eq!(UserId::try_from(id), Err(InvalidUserId), "{id}");
    }
}

#[test]
fn strings() {
    assert_eq!("6".parse(), UserId::try_from(6_u32));
    assert_eq!("2147483647".parse(), UserId::try_from(UserId::MAX));
    let refused = [
        "",
        "0",
        "06",
        "-1",
        "+6",
        " 6",
        "6 ",
        "6\n",
        "6.0",
        "1e1",
        "0x6",
        "6abc",
        "abc",
        "undefined",
        "٦",
        "2147483648",
        "4294967301",
        "99999999999999999999",
    ];
    for id in refused {
        assert_eq!(id.parse::<UserId>(), Err(InvalidUserId), "{id:?}");
    }
}

#[test]
fn what_is_none_says_what_is_accepted() {
    assert_eq!(InvalidUserId.to_string(), "a user id is a positive integer up to 2147483647");
}

proptest! {
    #[test]
    fn every_id_has_both_forms(id in 1..=UserId::MAX) {
        let user_id = UserId::try_from(id).unwrap();
        prop_assert_eq!(user_id.get(), id);
        prop_assert_eq!(UserId::try_from(f64::from(id)), Ok(user_id));
        prop_assert_eq!(id.to_string().parse(), Ok(user_id));
    }

    #[test]
    fn a_string_is_an_id_only_in_its_one_plain_form(digits in "[ +\\-0-9.eExa]{0,12}") {
        if let Ok(user_id) = digits.parse::<UserId>() {
            prop_assert_eq!(user_id.get().to_string(), digits);
        }
    }

    #[test]
    fn a_number_is_an_id_only_as_itself(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        if let Ok(user_id) = UserId::try_from(number) {
            prop_assert_eq!(f64::from(user_id.get()).to_bits(), bits);
            prop_assert!(number > 0.0);
        }
    }
}
