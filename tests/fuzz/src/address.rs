//! An endpoint is where the address says, and the secret in it goes nowhere else.

use arbitrary::Unstructured;
use bx24_contact_card::protocol::{portal_endpoint, webhook_endpoint};
use url::{Host, Url};

use crate::generate;

pub(crate) fn check(input: &[u8]) {
    let Ok(text) = generate::address(&mut Unstructured::new(input)) else { return };
    // Nobody calls these with text that no URL parser has seen; it must not matter.
    let _ = (webhook_endpoint(&text), portal_endpoint(&text));
    let Ok(url) = Url::parse(&text) else { return };
    let webhook = webhook_endpoint(url.as_str()).ok();
    let portal = portal_endpoint(url.as_str()).ok();
    assert!(webhook.is_none() || portal.is_none(), "{url} is both");
    assert_eq!(webhook.is_some(), may_be_called(&url) && is_webhook(url.path()), "{url}");
    assert_eq!(portal.is_some(), may_be_called(&url) && is_portal(url.path()), "{url}");
    if let Some(endpoint) = &webhook {
        assert_eq!(webhook_endpoint(endpoint).as_ref(), Ok(endpoint));
        assert_eq!(*endpoint, format!("{}/", url.as_str().trim_end_matches('/')));
    }
    if let Some(endpoint) = &portal {
        assert_eq!(portal_endpoint(endpoint).as_ref(), Ok(endpoint));
        assert_eq!(*endpoint, format!("{}/rest/", url.origin().ascii_serialization()));
    }
    if let Some(endpoint) = webhook.or(portal) {
        let method =
            Url::parse(&format!("{endpoint}crm.contact.details.configuration.reset")).expect("it is an address");
        assert_eq!(method.origin(), url.origin());
    }
}

/// https, or http on this very machine; and nothing that would be sent, or lost, beside it.
fn may_be_called(url: &Url) -> bool {
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    let is_safe = url.scheme() == "https" || url.scheme() == "http" && is_local;
    is_safe && !url.as_str().contains(['?', '#', '@'])
}

/// `/rest/{user id}/{code}/`, with or without the last slash.
fn is_webhook(path: &str) -> bool {
    let path = path.strip_suffix('/').unwrap_or(path);
    match *path.split('/').collect::<Vec<_>>() {
        ["", "rest", user, code] => {
            let id = user.parse::<u32>().ok().filter(|id| (1..=0x7fff_ffff).contains(id));
            id.is_some_and(|id| id.to_string() == user) && !code.is_empty()
        }
        _ => false,
    }
}

fn is_portal(path: &str) -> bool {
    matches!(path, "/" | "/rest" | "/rest/")
}
