use crate::card::UserId;
use crate::strings::{concat, has_any, has_only, split_once};
use alloc::string::String;
use core::fmt;

/// Why an address is refused. It never holds the address: a webhook's is a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidAddress {
    /// Neither https, nor http on this very machine.
    NotHttps,
    /// User, password, query or fragment.
    Superfluous,
    /// Not `/rest/{user}/{code}/`.
    NotAWebhook,
    /// Not the portal's own address.
    NotAPortal,
}

impl InvalidAddress {
    /// What is accepted in its place.
    pub(crate) const fn accepted(self) -> &'static str {
        match self {
            Self::NotHttps => "an https address (http only for localhost)",
            Self::Superfluous => "an address without user, password, query and fragment",
            Self::NotAWebhook => "a webhook's address, https://{portal}/rest/{user id}/{code}/",
            Self::NotAPortal => "a portal's address, https://{portal}",
        }
    }
}

impl fmt::Display for InvalidAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not ")?;
        f.write_str(self.accepted())
    }
}

impl core::error::Error for InvalidAddress {}

/// Where a webhook's methods are: the address itself, with its last slash. `url` is as a URL parser writes it.
///
/// # Errors
///
/// [`InvalidAddress`] for anything but `https://{portal}/rest/{user id}/{code}/`.
pub fn webhook_endpoint(url: &str) -> Result<String, InvalidAddress> {
    let path = path(url)?;
    let (user, code) =
        path.strip_prefix("rest/").and_then(|path| split_once(path, b'/')).ok_or(InvalidAddress::NotAWebhook)?;
    let code = code.strip_suffix("/").unwrap_or(code);
    if user.parse::<UserId>().is_err() || code.is_empty() || split_once(code, b'/').is_some() {
        return Err(InvalidAddress::NotAWebhook);
    }
    Ok(concat(&[url.strip_suffix("/").unwrap_or(url), "/"]))
}

/// Where a portal's methods are for a token: its address with `rest/`, which a `client_endpoint` has already. `url` is as
/// a URL parser writes it.
///
/// # Errors
///
/// [`InvalidAddress`] for anything but `https://{portal}`, with or without `/rest/`.
pub fn portal_endpoint(url: &str) -> Result<String, InvalidAddress> {
    let rest = match path(url)? {
        "" => "rest/",
        "rest" => "/",
        "rest/" => "",
        _ => return Err(InvalidAddress::NotAPortal),
    };
    Ok(concat(&[url, rest]))
}

/// The origin of an endpoint: all of it that is no secret.
#[cfg(any(target_family = "wasm", test))]
pub(crate) fn origin(endpoint: &str) -> &str {
    let rest = endpoint.strip_prefix("https://").or_else(|| endpoint.strip_prefix("http://")).unwrap_or_default();
    let path = split_once(rest, b'/').map_or(0, |(_, path)| path.len().saturating_add(1));
    endpoint.get(..endpoint.len().saturating_sub(path)).unwrap_or_default()
}

/// What follows the first slash after the host of an address that may be called.
fn path(url: &str) -> Result<&str, InvalidAddress> {
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err(InvalidAddress::NotHttps),
    };
    let (host, path) = split_once(rest, b'/').ok_or(InvalidAddress::NotHttps)?;
    if !secure && !is_loopback(host) {
        return Err(InvalidAddress::NotHttps);
    }
    if has_any(rest, b"@?#") {
        return Err(InvalidAddress::Superfluous);
    }
    Ok(path)
}

/// Whether a host, with or without a port, is this machine. A URL parser has brought every spelling of an IPv4 address
/// to four decimal numbers before; what ends in dots is a name.
fn is_loopback(host: &str) -> bool {
    let port_at = host.bytes().rposition(|byte| byte == b':').filter(|_| !host.ends_with(']'));
    let name = port_at.and_then(|at| host.get(..at)).unwrap_or(host);
    name == "localhost"
        || name.ends_with(".localhost")
        || name == "[::1]"
        || (name.starts_with("127.") && !name.ends_with('.') && has_only(name, b".0123456789"))
}

#[cfg(test)]
mod tests {
    use super::{InvalidAddress, origin, portal_endpoint, webhook_endpoint};
    use crate::strings::concat;
    use alloc::string::ToString;
    use proptest::prelude::*;

    #[test]
    fn what_is_wrong_says_what_is_accepted() {
        let said = [
            (InvalidAddress::NotHttps, "not an https address (http only for localhost)"),
            (InvalidAddress::Superfluous, "not an address without user, password, query and fragment"),
            (InvalidAddress::NotAWebhook, "not a webhook's address, https://{portal}/rest/{user id}/{code}/"),
            (InvalidAddress::NotAPortal, "not a portal's address, https://{portal}"),
        ];
        for (wrong, text) in said {
            assert_eq!(wrong.to_string(), text);
        }
    }

    #[test]
    fn webhooks() {
        for path in ["/rest/1/code/", "/rest/1/code"] {
            let endpoint = webhook_endpoint(&concat(&["https://portal.bitrix24.com", path]));
            assert_eq!(endpoint.as_deref(), Ok("https://portal.bitrix24.com/rest/1/code/"));
            assert_eq!(endpoint.as_deref().map(origin), Ok("https://portal.bitrix24.com"));
        }
        let refused = [
            "/",
            "/rest",
            "/rest/",
            "/rest/1",
            "/rest/1/",
            "/rest/1//",
            "/rest/x/code/",
            "/rest/0/code/",
            "/rest/01/code/",
            "/rest/1/code/profile",
            "/rest/1/code/profile.json",
            "/rest//code/",
            "/REST/1/code/",
            "//rest/1/code/",
            "/rest/1/code//",
            "/a/rest/1/code/",
        ];
        for path in refused {
            let endpoint = webhook_endpoint(&concat(&["https://portal.bitrix24.com", path]));
            assert_eq!(endpoint, Err(InvalidAddress::NotAWebhook), "{path}");
        }
    }

    #[test]
    fn portals() {
        for path in ["/", "/rest", "/rest/"] {
            let endpoint = portal_endpoint(&concat(&["https://portal.bitrix24.com", path]));
            assert_eq!(endpoint.as_deref(), Ok("https://portal.bitrix24.com/rest/"));
        }
        for path in ["/rest/1/code/", "/crm/", "/rest//"] {
            let endpoint = portal_endpoint(&concat(&["https://portal.bitrix24.com", path]));
            assert_eq!(endpoint, Err(InvalidAddress::NotAPortal), "{path}");
        }
    }

    #[test]
    fn http_is_for_this_machine_only() {
        for host in ["localhost", "localhost:8080", "app.localhost", "127.0.0.1", "127.1.2.3:80", "[::1]", "[::1]:8080"]
        {
            let origin = concat(&["http://", host, "/"]);
            assert_eq!(portal_endpoint(&origin), Ok(concat(&[&origin, "rest/"])));
        }
        let foreign = [
            "portal.bitrix24.com",
            "localhost.evil.com",
            "evillocalhost",
            "127.evil.com",
            "127.0.0.1.evil.com",
            "10.0.0.1",
            "[::2]",
            "128.0.0.1",
            "127.0.0.1..",
            "localhost@evil.com",
            "127.0.0.1:80@evil.com",
            "[::1]@evil.com",
            "localhost:1:2",
        ];
        for host in foreign {
            assert!(portal_endpoint(&concat(&["http://", host, "/"])).is_err(), "{host}");
        }
        for url in ["ftp://localhost/", "file:///rest/", "javascript:x", "ws://localhost/", "", "https:", "https://x"] {
            assert_eq!(portal_endpoint(url), Err(InvalidAddress::NotHttps), "{url}");
        }
    }

    #[test]
    fn nothing_beside_the_address() {
        let cases =
            ["user@portal.bitrix24.com/", "user:secret@x/", "x/?auth=secret", "x/#x", "x/rest/?", "x/rest/1/code/?a=1"];
        for case in cases {
            let url = concat(&["https://", case]);
            assert_eq!(portal_endpoint(&url), Err(InvalidAddress::Superfluous));
            assert_eq!(webhook_endpoint(&url), Err(InvalidAddress::Superfluous));
        }
    }

    proptest! {
        #[test]
        fn an_endpoint_never_leaves_the_origin(path in "[/.a-z0-9%@?#:-]{0,20}") {
            let url = concat(&["https://portal.bitrix24.com/", &path]);
            for endpoint in [webhook_endpoint(&url), portal_endpoint(&url)].into_iter().flatten() {
                let path = endpoint.strip_prefix("https://portal.bitrix24.com/rest/");
                prop_assert!(path.is_some_and(|path| !path.contains("//") && (path.is_empty() || path.ends_with('/'))));
            }
        }
    }
}
