//! Every recording of a real portal about cards, asked for through this package: what a correct client can send is sent
//! over each connection and has the recorded effect, and what only a wrong one sends is refused.

use std::collections::HashMap;
use std::fs;

use page::Browser;
use serde_json::{Value, json};

use crate::project::package;
use crate::stage::Stage;

page::tests!(
    awaited every_recording_has_the_recorded_effect_over_each_connection_or_is_refused,
    blocking every_refusal_is_of_a_recording,
);

/// What only a wrong client sends, by the recording's name, and what is said to it.
const REFUSED: &[(&str, &[&str])] = &[
    (
        "Parameter 'data' must be array.",
        &[
            "set no data",
            "set data null",
            "set data string",
            "set data int",
            "set data {}",
            // The portal takes an object whose keys are those of a list for one.
            "set data object 0-keys",
            "set data object key1",
        ],
    ),
    ("There are no data to write.", &["set data []"]),
    (
        "Section at index 0 does not have name.",
        &[
            "set no name",
            "set name blank",
            // The portal saves numbers, and dies of the section 5.
            "set name 0",
            "set data [5]",
            "set data [null]",
            "set data [[]]",
        ],
    ),
    ("Section at index 0 does not have title.", &["set title int", "set title null"]),
    // Saved by the portal.
    ("Section at index 0 has an empty title.", &["set title empty"]),
    ("Section at index 0 have type '  '. The expected type is 'section'.", &["set type blank"]),
    ("Section at index 1 have type 'included_area'. The expected type is 'section'.", &["set type bogus idx1"]),
    // The portal dies of it.
    ("Section at index 0 have type ''. The expected type is 'section'.", &["set type array"]),
    (
        "Section at index 0 have type 'column'. The expected type is 'section'.",
        &["set column no elements", "set column empty elements"],
    ),
    (
        "Section at index 0 has elements that are not a list.",
        &["set elements null", "set elements string", "set elements obj"],
    ),
    ("Element at index 0 in section at index 0 does not have name.", &["set elements [\"NAME\"]"]),
    ("Element at index 0 in section at index 1 does not have name.", &["set element no name idx"]),
    ("Element at index 1 in section at index 0 does not have name.", &["set element blank name"]),
    // What the portal takes for contacts or for leads by its casts, and types that have no card.
    (
        "type: entityTypeId must be 1, 2, 3, 4, 7, 31, 36, 39, ",
        &[
            "item.reset null",
            "item.reset 0",
            "item.reset '3abc'",
            "item.reset 3.7",
            "item.reset [3] (->1 lead)",
            "item.reset 8",
            "item.reset 14",
            "item.reset 33",
            "item.reset 41",
            "item.reset 192",
            "item.reset 1024",
            "item.reset entitytypeid 3",
            "item.reset entityTypeID 3",
        ],
    ),
    // The portal ignores these, and saves the card of all leads, or of the default funnel.
    ("type: beside this entityTypeId there is only leadCustomerType, 1 or 2.", &["item.set 1 leadCustomerType 3"]),
    (
        "type: beside this entityTypeId there is only dealCategoryId, a whole number from 0.",
        &["item.set 2 categoryId 9 (wrong key)", "item.set 2 deal_category_id", "item.set 2 DEALCATEGORYID"],
    ),
    // Contacts have no categories: the portal ignores most of these, saves a card that nobody sees, or dies.
    (
        "type: beside this entityTypeId there is nothing.",
        &[
            "item.set 31 CATEGORY_ID 2",
            "item.set 3 extras categoryId 5",
            "item.set 3 extras CATEGORY_ID 5",
            "item.set 3 extras CATEGORY_ID '5'",
            "item.set 3 extras CATEGORY_ID 'x'",
            "item.set 3 extras CATEGORY_ID [1]",
            "item.set 3 extras CATEGORY_ID 0",
            "item.set 3 extras CATEGORY_ID -1",
            "item.set 3 extras DEAL_CATEGORY_ID 4",
            "item.set 3 C extras CATEGORY_ID 5",
            "item.set 3 extras 'str'",
        ],
    ),
    ("options has no \"extras\"; it has: ", &["contact.set extras CATEGORY_ID 5", "contact.set extras categoryId 5"]),
    // There is no function for other methods, and no family of them.
    (
        "family must be 'contact' or 'item', not a string of ",
        &["contact...configuration.list", "contact.details", "crm.contact.details.configuration"],
    ),
];

/// Users of the portal, with what the recordings know them by and their tokens.
const USERS: [(u32, &str, &str); 3] = [
    (1, "/rest/1/adm1secret/", "tok_admin"),
    (5, "/rest/5/usr5secret/", "tok_user5"),
    (9, "/rest/9/nocrm9/", "tok_nocrm"),
];

/// The connections, and how each sends parameters.
const CONNECTIONS: [(&str, &str); 3] =
    [("bx24", "text/plain;charset=UTF-8"), ("webhook", "application/json"), ("token", "application/json")];

/// Runs one call in the placement's page; gives what it told.
const SCRIPT: &str = "
    const [{ name, type, sections, card, options }, connection, webhook, accessToken] = arguments;
    await new Promise((ready) => BX24.init(ready));
    const portal = new URL(webhook).origin;
    const connections = { bx24: { bx24: BX24 }, webhook: { webhook }, token: { portal, accessToken } };
    const given = Object.fromEntries([['connection', connections[connection]], ...options]);
    try {
        const functions = type ? BX24ContactCard.crmCard(type) : BX24ContactCard;
        const { result, time } = await functions[name](...sections, ...card.map((it) => it ?? undefined), given);
        return { result, timed: typeof time.start === 'number' && typeof time.date_start === 'string' };
    } catch (error) {
        const { kind, code, description, status = null, outcome, attempts } = error;
        return { isOurs: error instanceof BX24ContactCard.ContactCardError, kind, code, description, status, outcome, attempts };
    }";

async fn every_recording_has_the_recorded_effect_over_each_connection_or_is_refused() -> page::Result<()> {
    let recordings: Vec<Recording> = include_str!("../../../recordings/vectors.jsonl")
        .lines()
        .map(|line| Recording(serde_json::from_str(line).unwrap()))
        .filter(|recording| ["get-set-force", "item"].contains(&recording.group()))
        .collect();
    let rows: HashMap<String, Value> = serde_json::from_str(include_str!("../../../recordings/rows.json")).unwrap();
    let stage = Stage::set().await;
    fs::copy(package().join("bx24-contact-card.js"), stage.app().join("bx24-contact-card.js")).unwrap();
    stage.page("<script src=\"{portal}/api/v1/\"></script><script src=\"bx24-contact-card.js\"></script>");

    // Group and connection: how many were sent, and how many refused.
    let mut counts: HashMap<(&str, &str), (u32, u32)> = HashMap::new();
    for (user, webhook, token) in USERS {
        let browser = stage.open_placement_as(user).await?;
        for recording in recordings.iter().filter(|recording| recording.path().starts_with(webhook)) {
            let webhook = format!("{}{webhook}", stage.portal_url());
            for (connection, content_type) in CONNECTIONS {
                let trial = Trial { stage: &stage, browser: &browser, recording, rows: &rows, connection };
                let told = trial.run(&webhook, token).await?;
                let count = counts.entry((recording.group(), connection)).or_default();
                if let Some(text) = recording.refusal() {
                    trial.assert_refused(&told, text);
                    count.1 += 1;
                } else {
                    trial.assert_as_recorded(&told, content_type);
                    count.0 += 1;
                }
            }
        }
    }
    for (connection, _) in CONNECTIONS {
        assert_eq!(counts[&("get-set-force", connection)], (23, 28), "of 51, {connection}");
        assert_eq!(counts[&("item", connection)], (29, 33), "of 62, {connection}");
    }
    Ok(())
}

fn every_refusal_is_of_a_recording() {
    let vectors = include_str!("../../../recordings/vectors.jsonl");
    for name in REFUSED.iter().flat_map(|(_, names)| *names) {
        assert!(vectors.contains(&format!("\"name\": {}", json!(name))), "no recording has the name {name}");
    }
}

/// A line of the recordings.
struct Recording(Value);

impl Recording {
    fn group(&self) -> &str {
        self.0["group"].as_str().unwrap()
    }

    fn name(&self) -> &str {
        self.0["name"].as_str().unwrap()
    }

    fn path(&self) -> &str {
        self.0["request"]["path"].as_str().unwrap()
    }

    /// `crm.contact.details.configuration.reset`
    fn method(&self) -> &str {
        self.path().rsplit('/').next().unwrap()
    }

    fn refusal(&self) -> Option<&'static str> {
        REFUSED.iter().find(|(_, names)| names.contains(&self.name())).map(|(text, _)| *text)
    }

    /// The call of this package by which one asks for the same.
    fn call(&self) -> Value {
        let mut body = self.0["request"]["body"].as_object().unwrap().clone();
        let family = match self.method().strip_prefix("crm.").and_then(|it| it.split_once(".details.configuration.")) {
            Some((family @ ("contact" | "item"), operation)) if operation != "list" => family,
            _ => self.method(),
        };
        let mut options = vec![json!(["family", family])];
        // The family says that it is of contacts. Cards of another type are those of `crmCard`, which takes its extras too.
        let extras = ["extras", "EXTRAS"].into_iter().find_map(|name| body.remove(name));
        let is_of_contacts = family != "item" || body.get("entityTypeId").is_some_and(|id| *id == 3 || *id == "3");
        let card_type = if is_of_contacts && (extras.is_none() || family != "item") {
            body.remove("entityTypeId");
            options.extend(extras.map(|extras| json!(["extras", extras])));
            Value::Null
        } else {
            let is_id = |name: &String| name.eq_ignore_ascii_case("entityTypeId");
            let ids: Vec<_> = body.keys().filter(|name| is_id(name)).cloned().collect();
            let mut card_type: serde_json::Map<_, _> = ids.iter().filter_map(|id| body.remove_entry(id)).collect();
            match extras {
                Some(Value::Object(extras)) => card_type.extend(extras),
                Some(extras) => _ = card_type.insert("extras".to_owned(), extras),
                None => {}
            }
            Value::Object(card_type)
        };
        let sections = ["data", "DATA", "Data"].into_iter().find_map(|name| body.remove(name));
        let card = [body.remove("scope").unwrap_or_default(), body.remove("userId").unwrap_or_default()];
        // Whatever else there is can only be taken for an option.
        options.extend(body.into_iter().map(|(name, value)| json!([name, value])));
        let operation = self.method().rsplit('.').next().unwrap().to_ascii_lowercase();
        let (name, sections, card) = match operation.as_str() {
            "get" => ("getContactCard", vec![], card.to_vec()),
            "set" => ("setContactCard", vec![sections.unwrap_or_default()], card.to_vec()),
            "forcecommonscopeforall" => ("forceCommonContactCard", vec![], vec![]),
            _ => ("resetContactCard", vec![], card.to_vec()),
        };
        let name = if card_type.is_null() { name } else { name.strip_suffix("ContactCard").expect("its name") };
        json!({ "name": name, "type": card_type, "sections": sections, "card": card, "options": options })
    }
}

/// A recording over one connection.
struct Trial<'a> {
    stage: &'a Stage,
    browser: &'a Browser,
    recording: &'a Recording,
    rows: &'a HashMap<String, Value>,
    connection: &'a str,
}

impl Trial<'_> {
    fn rows(&self, when: &str) -> &Value {
        &self.rows[self.recording.0[when].as_str().unwrap()]
    }

    fn place(&self) -> String {
        format!("{} over {}", self.recording.name(), self.connection)
    }

    async fn run(&self, webhook: &str, token: &str) -> page::Result<Value> {
        self.stage.begin_with(self.rows("before"));
        let arguments = vec![self.recording.call(), json!(self.connection), json!(webhook), json!(token)];
        self.browser.run_async(SCRIPT, arguments).await
    }

    /// It was refused here, with this text.
    fn assert_refused(&self, told: &Value, text: &str) {
        let place = self.place();
        let description = told["description"].as_str().unwrap_or_default();
        let said = [&told["isOurs"], &told["kind"], &told["outcome"], &told["attempts"]];
        assert_eq!(said, [&json!(true), &json!("invalid-argument"), &json!("unchanged"), &json!(0)], "{place}: {told}");
        // A whole sentence, or the beginning of one that ends in a list.
        let is_said = if text.ends_with('.') { description == text } else { description.starts_with(text) };
        assert!(is_said, "{place}: {description}");
        assert_eq!(self.stage.requests(), Vec::<Value>::new(), "{place}: nothing is sent");
        assert!(same_rows(&self.stage.rows(), self.rows("before"), false), "{place}");
    }

    /// It was answered as recorded, after one request in which nothing was added or lost.
    fn assert_as_recorded(&self, told: &Value, content_type: &str) {
        let place = self.place();
        let recorded = &self.recording.0["body"];
        match self.recording.0["status"].as_u64().unwrap() {
            200 => assert_eq!(*told, json!({ "result": recorded["result"], "timed": true }), "{place}"),
            status => {
                let is_denied = recorded["error_description"] == "Access denied.";
                let expected = json!({
                    "isOurs": true,
                    "kind": if is_denied { "access-denied" } else { "rejected" },
                    "code": recorded["error"],
                    "description": recorded["error_description"],
                    "status": status,
                    "outcome": "unchanged",
                    "attempts": 1,
                });
                assert_eq!(*told, expected, "{place}");
            }
        }
        let requests = self.stage.requests();
        let [request] = &requests[..] else { panic!("{place}: one request, not {requests:?}") };
        assert!(
            request["method"].as_str().unwrap().eq_ignore_ascii_case(self.recording.method()),
            "{place}: {request}"
        );
        assert_eq!(request["contentType"], content_type, "{place}");
        let rows = self.stage.rows();
        let by_form = self.connection == "bx24";
        assert!(same_rows(&rows, self.rows("after"), by_form), "{place}: {rows} is not {}", self.rows("after"));
    }
}

/// Whether both have the same rows, in any order. A form has no numbers: what came by one has `optionFlags` in text.
fn same_rows(found: &Value, expected: &Value, by_form: bool) -> bool {
    let numbers = |rows: &Value| -> Vec<Value> {
        let mut rows = rows.as_array().unwrap().clone();
        if by_form {
            rows.iter_mut().for_each(flags_to_numbers);
        }
        rows
    };
    let (found, expected) = (numbers(found), numbers(expected));
    found.len() == expected.len() && found.iter().all(|row| expected.contains(row))
}

fn flags_to_numbers(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            if let Some(flag) = entries.get_mut("optionFlags").filter(|flag| flag.is_string()) {
                *flag = serde_json::from_str(flag.as_str().unwrap()).unwrap();
            }
            entries.values_mut().for_each(flags_to_numbers);
        }
        Value::Array(items) => items.iter_mut().for_each(flags_to_numbers),
        _ => {}
    }
}
