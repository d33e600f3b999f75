use alloc::string::String;
use core::fmt;

/// The parts of a URL that a connection depends on, as the URL standard names and normalizes them.
#[derive(Clone, Copy, Debug)]
pub struct Address<'a> {
    /// With the colon: `https:`.
    pub protocol: &'a str,
    /// `user` of `https://user:password@host/`.
    pub username: &'a str,
    /// `password` of the same.
    pub password: &'a str,
    /// Host and port.
    pub host: &'a str,
    /// Host without port; IPv6 in brackets.
    pub hostname: &'a str,
    /// From the first slash on.
    pub pathname: &'a str,
    /// The query with its question mark, or empty.
    pub search: &'a str,
    /// The fragment with its number sign, or empty.
    pub hash: &'a str,
}

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

impl fmt::Display for InvalidAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotHttps => "an https address (http only for localhost)",
            Self::Superfluous => "an address without user, password, query and fragment",
            Self::NotAWebhook => "a webhook's address, https://{portal}/rest/{user id}/{code}/",
            Self::NotAPortal => "a portal's address, https://{portal}",
        })
    }
}

impl core::error::Error for InvalidAddress {}

/// Where a webhook's methods are: the address itself, with its last slash.
///
/// # Errors
///
/// [`InvalidAddress`] for anything but `https://{portal}/rest/{user id}/{code}/`.
pub fn webhook_endpoint(address: &Address<'_>) -> Result<String, InvalidAddress> {
    let origin = origin(address)?;
    let path = address.pathname.strip_suffix('/').unwrap_or(address.pathname);
    let mut segments = path.split('/').skip(1);
    let (Some("rest"), Some(user), Some(code), None) =
        (segments.next(), segments.next(), segments.next(), segments.next())
    else {
        return Err(InvalidAddress::NotAWebhook);
    };
    if user.parse::<crate::card::UserId>().is_err() || code.is_empty() {
        return Err(InvalidAddress::NotAWebhook);
    }
    Ok([&origin, path, "/"].concat())
}

/// Where a portal's methods are for a token: its address with `/rest/`. A `client_endpoint` has that already.
///
/// # Errors
///
/// [`InvalidAddress`] for anything but `https://{portal}`, with or without `/rest/`.
pub fn portal_endpoint(address: &Address<'_>) -> Result<String, InvalidAddress> {
    let origin = origin(address)?;
    match address.pathname {
        "" | "/" | "/rest" | "/rest/" => Ok([&origin, "/rest/"].concat()),
        _ => Err(InvalidAddress::NotAPortal),
    }
}

fn origin(address: &Address<'_>) -> Result<String, InvalidAddress> {
    let secure = match address.protocol {
        "https:" => true,
        "http:" => is_loopback(address.hostname),
        _ => false,
    };
    if !secure {
        return Err(InvalidAddress::NotHttps);
    }
    if [address.username, address.password, address.search, address.hash].iter().any(|part| !part.is_empty()) {
        return Err(InvalidAddress::Superfluous);
    }
    Ok([address.protocol, "//", address.host].concat())
}

/// A URL's parser has brought every spelling of an IPv4 address to four decimal numbers before.
fn is_loopback(hostname: &str) -> bool {
    hostname == "localhost"
        || hostname.ends_with(".localhost")
        || hostname == "[::1]"
        || (hostname.starts_with("127.") && hostname.split('.').all(|label| label.parse::<u8>().is_ok()))
}

#[cfg(test)]
mod tests {
    use super::{Address, InvalidAddress, portal_endpoint, webhook_endpoint};
    use proptest::prelude::*;

    fn address(hostname: &'static str, pathname: &'static str) -> Address<'static> {
        Address {
            protocol: "https:",
            username: "",
            password: "",
            host: hostname,
            hostname,
            pathname,
            search: "",
            hash: "",
        }
    }

    #[test]
    fn webhooks() {
        for path in ["/rest/1/code/", "/rest/1/code"] {
            let endpoint = webhook_endpoint(&address("portal.bitrix24.com", path));
            assert_eq!(endpoint.as_deref(), Ok("https://portal.bitrix24.com/rest/1/code/"));
        }
        let refused = [
            "",
            "/",
            "/rest",
            "/rest/",
            "/rest/1",
            "/rest/1/",
            "/rest/1//",
            "/rest/x/code/",
            "/rest/0/code/",
            "/rest/1/code/profile",
            "/rest/1/code/profile.json",
            "/rest//code/",
            "/REST/1/code/",
            "//rest/1/code/",
            "/rest/1/code//",
            "/a/rest/1/code/",
        ];
        for path in refused {
            let endpoint = webhook_endpoint(&address("portal.bitrix24.com", path));
            assert_eq!(endpoint, Err(InvalidAddress::NotAWebhook), "{path}");
        }
    }

    #[test]
    fn portals() {
        for path in ["/", "/rest", "/rest/"] {
            let endpoint = portal_endpoint(&address("portal.bitrix24.com", path));
            assert_eq!(endpoint.as_deref(), Ok("https://portal.bitrix24.com/rest/"));
        }
        for path in ["/rest/1/code/", "/crm/", "/rest//"] {
            let endpoint = portal_endpoint(&address("portal.bitrix24.com", path));
            assert_eq!(endpoint, Err(InvalidAddress::NotAPortal), "{path}");
        }
    }

    #[test]
    fn http_is_for_this_machine_only() {
        let http = |hostname| portal_endpoint(&Address { protocol: "http:", ..address(hostname, "/") });
        for host in ["localhost", "app.localhost", "127.0.0.1", "127.1.2.3", "[::1]"] {
            assert_eq!(http(host), Ok(["http://", host, "/rest/"].concat()));
        }
        for host in [
            "portal.bitrix24.com",
            "localhost.evil.com",
            "evillocalhost",
            "127.evil.com",
            "127.0.0.1.evil.com",
            "10.0.0.1",
            "[::2]",
            "128.0.0.1",
        ] {
            assert_eq!(http(host), Err(InvalidAddress::NotHttps), "{host}");
        }
        for protocol in ["ftp:", "file:", "javascript:", "ws:", ""] {
            let endpoint = portal_endpoint(&Address { protocol, ..address("localhost", "/") });
            assert_eq!(endpoint, Err(InvalidAddress::NotHttps), "{protocol}");
        }
    }

    #[test]
    fn nothing_beside_the_address() {
        let whole = address("portal.bitrix24.com", "/");
        let cases = [
            Address { username: "user", ..whole },
            Address { password: "secret", ..whole },
            Address { search: "?auth=secret", ..whole },
            Address { hash: "#x", ..whole },
        ];
        for case in cases {
            assert_eq!(portal_endpoint(&case), Err(InvalidAddress::Superfluous));
        }
    }

    proptest! {
        #[test]
        fn an_endpoint_never_leaves_the_origin(path in "[/.a-z0-9%-]{0,20}") {
            let whole = Address { pathname: &path, ..address("portal.bitrix24.com", "/") };
            for endpoint in [webhook_endpoint(&whole), portal_endpoint(&whole)].into_iter().flatten() {
                let path = endpoint.strip_prefix("https://portal.bitrix24.com/rest/");
                prop_assert!(path.is_some_and(|path| !path.contains("//") && (path.is_empty() || path.ends_with('/'))));
            }
        }
    }
}
