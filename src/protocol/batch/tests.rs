use super::Batch;
use crate::card::{Card, CardType, Json, Layout, Section, UserId};
use crate::protocol::{Call, Family};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

fn user(id: u32) -> UserId {
    UserId::try_from(id).unwrap()
}

fn text(text: &str) -> Json {
    Json::String(text.into())
}

/// The commands of a batch of these calls, each with its key.
fn commands(family: Family, calls: &[(u32, Call)]) -> Json {
    let mut batch = Batch::new(family);
    for (id, call) in calls {
        assert!(batch.push(user(*id), call), "{call:?}");
    }
    let request = batch.request();
    assert_eq!((request.method, request.parameters.get("halt")), ("batch", Some(&Json::Number(0.0))));
    request.parameters.get("cmd").unwrap().clone()
}

fn set(id: u32, sections: impl IntoIterator<Item = Section>) -> Call {
    Call::Set(Card::Personal(Some(user(id))), Layout::from_sections(sections).unwrap())
}

fn fits(call: &Call) -> bool {
    Batch::new(Family::Contact).push(user(5), call)
}

#[test]
fn commands_are_texts_with_all_their_parameters() {
    let card = |id| Card::Personal(Some(user(id)));
    let expected = |[five, six]: [&str; 2]| Json::Object(vec![("u5".into(), text(five)), ("u6".into(), text(six))]);
    assert_eq!(
        commands(Family::Contact, &[(5, Call::Reset(card(5))), (6, Call::Get(card(6)))]),
        expected([
            "crm.contact.details.configuration.reset?scope=P&userId=5",
            "crm.contact.details.configuration.get?scope=P&userId=6",
        ])
    );
    assert_eq!(
        commands(Family::Item(CardType::CONTACT), &[(5, Call::Get(card(5))), (6, Call::Reset(card(6)))]),
        expected([
            "crm.item.details.configuration.get?entityTypeId=3&scope=P&userId=5",
            "crm.item.details.configuration.reset?entityTypeId=3&scope=P&userId=6",
        ])
    );
}

#[test]
fn layouts_are_queries_as_php_reads_them() {
    use crate::card::Element;
    let phone = Element::new("PHONE").shown_always(true).option("default&Country", "G B=ä%");
    let call = set(5, [Section::new("main", "A&B").element(phone), Section::new("empty", "?#+")]);
    let query = "crm.contact.details.configuration.set?scope=P&userId=5\
        &data[0][name]=main&data[0][title]=A%26B&data[0][type]=section\
        &data[0][elements][0][name]=PHONE&data[0][elements][0][optionFlags]=1\
        &data[0][elements][0][options][default%26Country]=G%20B%3d%c3%a4%25\
        &data[1][name]=empty&data[1][title]=%3f%23%2b&data[1][type]=section";
    assert_eq!(commands(Family::Contact, &[(5, call)]), Json::Object(vec![("u5".into(), text(query))]));
}

#[test]
fn what_the_portal_would_replace_has_no_place() {
    let title = |title: &str| set(5, [Section::new("main", title)]);
    for word in ["result", "next", "total", "time", "error", "RESULT", "Error"] {
        for text in [format!("${word}[x]"), format!("a ${word}"), format!("$ $${word} ")] {
            assert!(!fits(&title(&text)), "{text}");
            assert!(!fits(&set(5, [Section::new(&*text, "Title")])), "{text} as a name");
            assert!(!fits(&set(5, [Section::new("main", "Title").element(&*text)])), "{text} as a field");
            let element = crate::card::Element::new("PHONE").option("defaultCountry", &*text);
            assert!(!fits(&set(5, [Section::new("main", "Title").element(element)])), "{text} as an option");
            let element = crate::card::Element::new("PHONE").option(text.replace(['[', ']'], "").as_str(), "GB");
            assert!(!fits(&set(5, [Section::new("main", "Title").element(element)])), "{text} as an option's name");
        }
    }
    for text in ["$", "US$", "100 $ a day", "$5", "result[x]", "%24result[x]", "$ result[x]"] {
        assert!(fits(&title(text)), "{text}");
    }
}

#[test]
fn what_a_query_would_change_has_no_place() {
    for value in [Json::Number(1.0), Json::Bool(true), Json::Null, Json::Array(vec![text("a"), Json::Null])] {
        let element = crate::card::Element::new("ADDRESS").option("defaultAddressType", value.clone());
        assert!(!fits(&set(5, [Section::new("main", "Title").element(element)])), "{value:?}");
    }
    let fields =
        |count| (0..count).fold(Section::new("main", "Title"), |section, index| section.element(&*format!("F{index}")));
    assert!(fits(&set(5, [fields(493)])));
    assert!(!fits(&set(5, [fields(494)])));
}

#[test]
fn batches_are_bounded() {
    let mut batch = Batch::new(Family::Contact);
    let get = Call::Get(Card::Personal(Some(user(1))));
    assert_eq!((1..=60).filter(|id| batch.push(user(*id), &get)).count(), Batch::MAX);

    // Each character takes nine bytes.
    let long = set(1, [Section::new("main", &*"€".repeat(30_000))]);
    let mut batch = Batch::new(Family::Contact);
    assert_eq!((1..=10).filter(|id| batch.push(user(*id), &long)).count(), 3);
    let Json::Object(commands) = batch.request().parameters.take("cmd").unwrap() else { panic!("no commands") };
    let lengths: Vec<_> = commands.iter().map(|(_, command)| command.as_str().map(str::len)).collect();
    assert!(lengths.iter().all(|length| length.is_some_and(|length| length < 1_000_000 / 3)), "{lengths:?}");
    let keys: Vec<&String> = commands.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["u1", "u2", "u3"]);
    assert!(!fits(&set(1, [Section::new("main", &*"€".repeat(120_000))])));
}
