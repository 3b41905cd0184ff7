//! A published bundle, checked at its address: with the values that stand beside it, and without
//! some of them.

use std::time::Duration;

use nulage::tool::check::{check, read};
use nulage::tool::fetch::Mode;
use serde_json::Value;

use super::server::{Reply, Server};
use super::{User, fixture};

/// The small bundle with every indicator's values in a file of its own, and those files by path.
fn apart() -> (String, Vec<(String, String)>) {
    let mut bundle: Value = serde_json::from_str(&fixture("small.bundle.json")).unwrap();
    let mut files = Vec::new();
    for indicator in bundle["indicators"].as_array_mut().unwrap() {
        let name = format!("values/{}.json", indicator["id"].as_str().unwrap());
        files.push((format!("/county/{name}"), indicator["values"]["dataset"].to_string()));
        indicator["values"] = serde_json::json!({ "href": name });
    }
    (bundle.to_string(), files)
}

fn server(without: &'static str) -> Server {
    let (bundle, files) = apart();
    Server::start(move |asked| {
        if asked.path == "/county/bundle.json" {
            return Reply::json(bundle.clone());
        }
        match files.iter().find(|(path, _)| *path == asked.path && !path.contains(without)) {
            Some((_, text)) => Reply::json(text.clone()),
            None => Reply::status(404, "{}"),
        }
    })
}

#[test]
fn an_address_is_read_with_what_stands_beside_it() {
    let server = server("nothing");
    let user = User { mode: Mode::Online { max_age: Duration::ZERO }, ..User::of("published", &server) };
    let url = format!("{}/county/bundle.json?v=3", server.address);
    let now = user.with(false, |access| read::address(access.web.unwrap(), &url)).unwrap();
    assert_eq!((now.unread.len(), check(&now, None).coverage.len()), (0, 4));
    assert_eq!(server.asked().len(), 5, "the bundle and four files");
    let error = user.with(false, |access| {
        read::address(access.web.unwrap(), &format!("{}/elsewhere.json", server.address))
    });
    assert!(error.unwrap_err().to_string().contains("/elsewhere.json: answers 404"));
}

#[test]
fn values_that_are_not_there_are_grave() {
    let server = server("tillit");
    let user = User::of("published-half", &server);
    let url = format!("{}/county/bundle.json", server.address);
    let now = user.with(false, |access| read::address(access.web.unwrap(), &url)).unwrap();
    let report = check(&now, None);
    let grave: Vec<_> = report.findings.iter().filter(|f| f.fact.code() == "unread").collect();
    assert_eq!((grave.len(), report.is_grave(), report.coverage.len()), (1, true, 3));
}
