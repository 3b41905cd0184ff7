//! The package in a stranger's hands: packed by npm, installed, built by Vite, opened, clicked.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::driver::Engine;
use crate::machine::{run, vite};
use crate::page::Page;
use crate::site::{bundle, serve, site};

const HTML: &str = "<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>Vite</title>\
    <link rel=\"icon\" href=\"/www/icon.svg\"></head><body>\
    <h1>Vite</h1><nulage-view src=\"/data/bundle.json\" view=\"table\"><p>I stället</p></nulage-view>\
    <script type=\"module\" src=\"/main.js\"></script></body></html>";

const MAIN: &str = "import { NulageView } from 'nulage/element';
import schema from 'nulage/schema' with { type: 'json' };
window.told = [];
for (const name of ['ready', 'select', 'error']) document.addEventListener('nulage-' + name, event => told.push([name, event.detail]));
window.same = document.querySelector('nulage-view') instanceof NulageView && !!schema.title;
";

#[test]
fn vite_builds_a_page_that_shows_and_answers() {
    let project = vite();
    let write = |name: &str, text: &str| fs::write(project.join(name), text).expect("target is writable");
    write("index.html", HTML);
    write("main.js", MAIN);
    write(
        "vite.config.js",
        "export default { base: '/vite/', publicDir: false, build: { target: 'es2022' } };",
    );
    let npm = |args: &[&str]| run(Command::new("npm").args(args).current_dir(&project), "npm failed");
    let pkg = site().pkg();
    npm(&["pack", "--silent", &pkg.display().to_string()]);
    let tarball = format!("./nulage-{}.tgz", env!("CARGO_PKG_VERSION"));
    // Only what `files` names is in the tarball; what npm leaves out is not there to be found.
    npm(&["install", "--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", &tarball]);
    assert!(!project.join("node_modules/nulage/nulage.html").exists());
    let bin = project.join("node_modules/vite/bin/vite.js");
    run(Command::new("node").arg(bin).arg("build").current_dir(&project), "Vite failed");

    let server = serve();
    put_all(&server, &project.join("dist"), "/vite");
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&server.url("/vite/index.html"));
        let told = page.browser.run_async(
            "const view = document.querySelector('nulage-view');\
             const until = async test => { for (let i = 0; i < 500; i++) { if (test()) return; await new Promise(done => setTimeout(done, 20)); } throw new Error(JSON.stringify(told)); };\
             await until(() => told.some(([name]) => name === 'ready'));\
             view.shadowRoot.querySelector('tbody button').click();\
             await until(() => told.some(([name]) => name === 'select'));\
             return [same, view.getState().pin.length > 0, view.getState().page]",
            &[],
        );
        let first = format!("indicator/{}", bundle()["indicators"][0]["id"].as_str().unwrap_or_default());
        assert_eq!(told, json!([true, true, first]), "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

/// Serves a folder's files under a path.
fn put_all(server: &nulage::tool::serve::Running, folder: &Path, path: &str) {
    for entry in fs::read_dir(folder).expect("a built folder").flatten() {
        let (file, name) = (entry.path(), entry.file_name());
        let path = format!("{path}/{}", name.to_string_lossy());
        if file.is_dir() {
            put_all(server, &file, &path);
        } else {
            server.put(&path, fs::read(&file).expect("a built file"));
        }
    }
}
