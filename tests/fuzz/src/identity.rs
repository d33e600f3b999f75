//! A user id and a scope are what they look like, or refused.

use bx24_contact_card::card::{Scope, UserId};

pub(crate) fn check(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    check_text(&text);
    check_scope(&text);
    if let Some(bytes) = input.first_chunk() {
        check_number(f64::from_le_bytes(*bytes));
    }
    if let Some(bytes) = input.first_chunk() {
        let id = u32::from_le_bytes(*bytes);
        check_number(id.into());
        check_text(&id.to_string());
        assert_eq!(UserId::try_from(id).is_ok(), is_id(id.into()));
    }
}

fn is_id(id: u64) -> bool {
    (1..=0x7fff_ffff).contains(&id)
}

fn check_text(text: &str) {
    let id = text.parse().ok().filter(|id: &u64| is_id(*id) && id.to_string() == text);
    assert_eq!(text.parse::<UserId>().ok().map(|id| u64::from(id.get())), id);
}

fn check_number(number: f64) {
    match UserId::try_from(number) {
        Ok(id) => assert!(f64::from(id.get()).to_bits() == number.to_bits() && is_id(id.get().into())),
        Err(_) => assert!(number.fract() != 0.0 || !(1.0..=2_147_483_647.0).contains(&number), "{number}"),
    }
}

fn check_scope(text: &str) {
    let scope = match text {
        "P" => Some(Scope::Personal),
        "C" => Some(Scope::Common),
        _ => None,
    };
    assert_eq!(Scope::from_code(text), scope);
}
