//! Applications that are uploaded as archives.

use crate::http::{Answer, Running};
use crate::placement::settings;
use portal::{Options, Portal};
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TAB: &str = "CRM_CONTACT_DETAIL_TAB";

fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

pub(crate) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, deflated()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

async fn upload(running: &Running, query: &str, zip: Vec<u8>) -> Answer {
    running.request("PUT", &format!("/__portal/application/archive{query}")).send(zip).await
}

async fn installed(running: &Running, query: &str, files: &[(&str, &str)]) -> Value {
    let answer = upload(running, query, archive(files)).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    answer.json()
}

async fn status(running: &Running, method: &str, url: &str) -> u16 {
    running.request(method, url).send("").await.status
}

async fn placement(running: &Running, query: &str) -> Value {
    settings(&running.request("GET", &format!("/placement?{query}")).send("").await.body)
}

async fn shows(running: &Running, path: &str, text: &str) -> bool {
    String::from_utf8_lossy(&running.request("GET", path).send("").await.body).contains(text)
}

#[tokio::test]
async fn the_portal_hosts_an_uploaded_application_below_a_path_of_its_content() {
    let running = Running::start().await;
    assert_eq!(running.get("application").await["pages"], Value::Null);
    let files = [("index.html", "<h1>One</h1>"), ("js/a b.mjs", "1"), ("m.wasm", "w"), ("page.css", "a{}"), ("x", "?")];
    let state = installed(&running, "", &files).await;
    assert_eq!((&state["installed"], &state["bindings"]), (&json!(true), &json!([])));
    assert_eq!((&state["pages"]["hosting"], &state["pages"]["install"]), (&json!("portal"), &Value::Null));
    let index = state["pages"]["index"].as_str().unwrap().to_owned();
    let base = index.strip_suffix("index.html").unwrap();
    assert!(base.contains("/app_local/") && !index.starts_with(running.portal.url()), "{index}");
    for (path, kind) in [
        ("index.html?DOMAIN=x", "text/html"),
        ("js/a%20b.mjs", "text/javascript"),
        ("m.wasm", "application/wasm"),
        ("page.css", "text/css"),
        ("x", "application/octet-stream"),
    ] {
        let answer = running.request("GET", &format!("{base}{path}")).send("").await;
        assert_eq!((answer.status, &answer.headers["content-type"]), (200, &kind.parse().unwrap()), "{path}");
        assert!(!answer.headers.contains_key("x-frame-options"));
        let posted = running.request("POST", &format!("{base}{path}")).send("").await;
        assert_eq!((posted.status, &posted.headers["allow"]), (405, &"GET, HEAD".parse().unwrap()), "{path}");
    }
    assert_eq!(status(&running, "HEAD", &index).await, 200);
    for path in ["", "js/", "js", "none.js", "../index.html", "%2e%2e/index.html", "js/%2e%2e/index.html"] {
        assert_eq!(status(&running, "GET", &format!("{base}{path}")).await, 404, "{path}");
    }
    let foreign = running.request("GET", &index).header("host", "evil.example").send("").await;
    assert_eq!(foreign.status, 403);

    let opened = placement(&running, "user=5").await;
    assert_eq!((&opened["app"], &opened["byGet"], &opened["install"]), (&json!(index), &json!(true), &json!(false)));

    let again = installed(&running, "?hosting=portal", &[("index.html", "<h1>Two</h1>")]).await;
    assert_ne!(again["pages"]["index"], index, "another content has another path");
    assert_eq!(status(&running, "GET", &index).await, 404, "the one before is gone");
    assert_eq!(installed(&running, "", &files).await["pages"]["index"], index, "the same content has the same path");

    let gone = running.request("DELETE", "/__portal/application/archive").send("").await;
    assert_eq!((gone.status, &gone.json()["pages"]), (200, &Value::Null));
    assert_eq!(status(&running, "GET", &index).await, 404);
    assert_eq!(status(&running, "GET", "/placement?user=5").await, 400);
}

#[tokio::test]
async fn an_installation_page_is_opened_by_administrators_until_it_has_finished() {
    let running = Running::start().await;
    let state = installed(&running, "", &[("index.html", "i"), ("install.html", "w")]).await;
    assert_eq!((&state["installed"], &state["bindings"]), (&json!(false), &json!([])));
    let (index, install) = (&state["pages"]["index"], &state["pages"]["install"]);
    assert_eq!(install.as_str().unwrap(), index.as_str().unwrap().replace("index.html", "install.html"));

    assert!(shows(&running, "/placement?user=5", "not fully installed yet").await);
    let wizard = placement(&running, "user=1").await;
    assert_eq!((&wizard["app"], &wizard["index"], &wizard["byGet"]), (install, index, &json!(true)));
    assert_eq!((&wizard["install"], &wizard["placement"]), (&json!(true), &json!("DEFAULT")));

    let token = wizard["auth"]["AUTH_ID"].clone();
    let bind = json!({ "auth": token, "PLACEMENT": TAB, "HANDLER": index, "TITLE": "Card" });
    assert_eq!(running.call("/rest/placement.bind", bind).await.json()["result"], true);
    assert!(!shows(&running, "/contact?user=5", "Card").await);
    assert_eq!(status(&running, "POST", "/placement/installed").await, 204);
    assert!(shows(&running, "/contact?user=5", ">Card</a>").await);
    let opened = placement(&running, &format!("user=5&placement={TAB}&app={}", index.as_str().unwrap())).await;
    assert_eq!((&opened["app"], &opened["byGet"], &opened["install"]), (index, &json!(true), &json!(false)));
    assert_eq!(&placement(&running, "user=1").await["app"], index);

    let again = installed(&running, "", &[("index.html", "2"), ("install.html", "w")]).await;
    assert_eq!((&again["installed"], &again["bindings"]), (&json!(false), &json!([])), "an update is installed anew");
    running.request("DELETE", "/__portal/application/archive").send("").await;
    assert_eq!(running.get("application").await["installed"], true);
}

#[tokio::test]
async fn a_server_s_application_is_opened_by_post() {
    let running = Running::start().await;
    let state = installed(&running, "?hosting=server", &[("index.html", "i"), ("inner/index.html", "j")]).await;
    let index = state["pages"]["index"].as_str().unwrap();
    assert!(index.ends_with("/app/index.html"), "{index}");
    let base = index.strip_suffix("index.html").unwrap();
    for path in ["", "index.html", "inner/"] {
        for method in ["GET", "POST"] {
            assert_eq!(status(&running, method, &format!("{base}{path}?DOMAIN=x")).await, 200, "{method} {path}");
        }
        assert_eq!(status(&running, "PUT", &format!("{base}{path}")).await, 405);
    }
    assert_eq!(status(&running, "GET", &format!("{base}none")).await, 404);
    let opened = placement(&running, "user=5").await;
    assert_eq!((&opened["app"], &opened["byGet"]), (&json!(index), &json!(false)));
}

#[tokio::test]
async fn an_upload_takes_the_place_of_a_directory_until_it_is_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "directory").unwrap();
    let options = Options { app_dir: Some(folder.path().to_owned()), ..Options::default() };
    let running = Running::start_with(options).await;
    let page = format!("{}/app/", running.portal.app_url().unwrap());
    let content = async || running.request("POST", &page).send("").await.body;
    assert_eq!(running.get("application").await["pages"]["index"], page);
    installed(&running, "?hosting=server", &[("index.html", "archive")]).await;
    assert_eq!(content().await, "archive");
    installed(&running, "?hosting=portal", &[("index.html", "archive")]).await;
    assert_eq!(status(&running, "GET", &page).await, 404);
    running.request("DELETE", "/__portal/application/archive").send("").await;
    assert_eq!(content().await, "directory");
}

#[tokio::test]
async fn what_is_no_application_is_refused_and_changes_nothing() {
    let running = Running::start().await;
    let before = installed(&running, "", &[("index.html", "i")]).await;
    let with = |name: &str| archive(&[("index.html", "i"), (name, "x")]);
    let mut link = ZipWriter::new(Cursor::new(Vec::new()));
    link.start_file("index.html", deflated()).unwrap();
    link.add_symlink("passwd", "/etc/passwd", deflated()).unwrap();
    let many: Vec<_> = (0..2_001).map(|index| format!("{index}.js")).collect();
    let many: Vec<_> = many.iter().map(|name| (&**name, "")).collect();
    let zeros = "0".repeat(33 << 20);
    let encrypted = |mut zip: Vec<u8>| {
        for (signature, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
            let header = zip.windows(4).position(|bytes| bytes == signature).unwrap();
            zip[header + at] |= 1;
        }
        zip
    };
    let cut = |mut zip: Vec<u8>| {
        let half = zip.len() / 2;
        zip.truncate(half);
        zip
    };
    let damaged = |mut zip: Vec<u8>| {
        let content = zip.windows(10).position(|bytes| bytes == b"index.html").unwrap() + 10;
        zip[content] ^= 0xFF;
        zip
    };
    for (zip, part) in [
        (Vec::new(), "no zip archive"),
        (b"<!doctype html>".to_vec(), "no zip archive"),
        (cut(archive(&[("index.html", "i")])), "no zip archive"),
        (damaged(archive(&[("index.html", "i")])), "'index.html' cannot be unpacked"),
        (encrypted(archive(&[("index.html", "i")])), "Password"),
        (archive(&[]), "no index.html in its root"),
        (archive(&[("app/index.html", "i")]), "no index.html in its root"),
        (archive(&[("INDEX.HTML", "i")]), "no index.html in its root"),
        (with("../x.js"), "'../x.js' is no plain path"),
        (with("a/../../x.js"), "is no plain path"),
        (with("a//x.js"), "is no plain path"),
        (with("./x.js"), "is no plain path"),
        (with("/etc/passwd"), "'/etc/passwd' is absolute"),
        (with("C:/x.js"), "is absolute"),
        (with("a\\x.js"), "has a backslash"),
        (with("a\0x.js"), "control character"),
        (with(".env"), "'.env' is hidden"),
        (with("a/.git/config"), "is hidden"),
        (with("__MACOSX/._index.html"), "is hidden"),
        (link.finish().unwrap().into_inner(), "'passwd' is a link"),
        (archive(&many), "2001 entries, and 2000 are accepted"),
        (archive(&[("index.html", &zeros), ("b", &zeros)]), "larger than 64 MiB together"),
    ] {
        let answer = upload(&running, "", zip).await;
        let text = String::from_utf8_lossy(&answer.body);
        assert_eq!(answer.status, 400, "{part}: {text}");
        assert!(text.contains(part), "{part}: {text}");
    }
    let elsewhere = upload(&running, "?hosting=cloud", archive(&[("index.html", "i")])).await;
    assert_eq!(elsewhere.body, "'hosting' is 'cloud': give portal or server");
    assert_eq!(running.get("application").await, before);
}

#[tokio::test]
async fn a_portal_starts_with_an_archive() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("app.zip");
    let start = async || Portal::start(Options { app_zip: Some(file.clone()), ..Options::default() }).await;
    let wrong = |error: portal::StartError| error.to_string();
    assert!(wrong(start().await.unwrap_err()).starts_with(&format!("'{}': ", file.display())));
    std::fs::write(&file, "text").unwrap();
    assert!(wrong(start().await.unwrap_err()).contains("this is no zip archive"));
    std::fs::write(&file, archive(&[("index.html", "i"), ("install.html", "w")])).unwrap();
    let options = Options { app_zip: Some(file.clone()), ..Options::default() };
    let running = Running::start_with(options).await;
    let state = running.get("application").await;
    assert_eq!(state["installed"], false);
    assert!(state["pages"]["index"].as_str().unwrap().starts_with(running.portal.app_url().unwrap()));
}
