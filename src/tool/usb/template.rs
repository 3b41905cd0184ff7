//! The page without its bundle.

use std::io;

use sha2::{Digest as _, Sha256};

use crate::tool::site::base64;

use super::{EMPTY_BUNDLE, pack};

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The compiled module.
    pub wasm: &'a [u8],
    /// The glue as a classic script.
    pub glue: &'a str,
    /// The page's own scripts, run after the glue.
    pub scripts: &'a [String],
    /// The scripts that unpack the others.
    pub boot: &'a [String],
    /// All styles.
    pub styles: &'a str,
    /// The icon as SVG.
    pub icon: &'a str,
}

/// The page as browsers write it back (`outerHTML`), so that a saved copy is the same text.
///
/// # Errors
/// None in practice: it compresses in memory.
pub fn template(parts: Parts<'_>) -> io::Result<String> {
    let joined = |scripts: &[String]| scripts.iter().map(|script| bare(&classic(script))).collect::<String>();
    let code = bare(parts.glue) + &joined(parts.scripts);
    let boot = format!("\n{}", joined(parts.boot));
    // What is unpacked into the page is allowed by its hash, as what stands in it.
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(&boot),
        hash(&code),
        hash(parts.styles)
    );
    let icon = base64(parts.icon.as_bytes());
    let (wasm, code, style) = (pack(parts.wasm)?, pack(code.as_bytes())?, pack(parts.styles.as_bytes())?);
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"sv\"><head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Nuläge</title>\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         </head>\n<body>\n\
         <div id=\"app\" class=\"nulage\" data-bundle=\"nulage.bundle.json\" data-start=\"\">\
         <p class=\"nl-wait\">Läser siffror och karta …</p></div>\n\
         {EMPTY_BUNDLE}\n\
         <script type=\"text/plain\" id=\"nulage-style\">{style}</script>\n\
         <script type=\"text/plain\" id=\"nulage-script\">{code}</script>\n\
         <script type=\"text/plain\" id=\"nulage-wasm\">{wasm}</script>\n\
         <script>{boot}</script></body></html>\n"
    ))
}

/// A module's text as part of a classic script, in which all that it imports stands before it.
fn classic(module: &str) -> String {
    let mut out = String::with_capacity(module.len());
    for line in module.lines().filter(|line| !line.starts_with("import ")) {
        out.push_str(line.strip_prefix("export ").unwrap_or(line));
        out.push('\n');
    }
    out
}

/// A script without its comments, which are for people who read it in `pkg/` and `www/`.
fn bare(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut inside = false;
    for line in glue.lines().map(str::trim) {
        inside |= line.starts_with("/**");
        if !inside && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !line.ends_with("*/");
    }
    out
}

fn hash(text: &str) -> String {
    base64(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_everything_and_refers_to_nothing() {
        let parts = Parts {
            wasm: b"\0asm",
            glue: "/** doc\n * more */\nlet nulage = 1;\n\n// why\nrest();",
            scripts: &["import { b } from './b.js';\n\nexport function a() {}\n".to_owned()],
            boot: &["export function unpack() {}\n".to_owned()],
            styles: "p{}",
            icon: "<svg/>",
        };
        let page = template(parts).unwrap();
        let packed = |id: &str| {
            let inside = page.split_once(&format!("id=\"{id}\">")).unwrap().1.split_once('<').unwrap().0;
            String::from_utf8(crate::tool::usb::unpack(inside).unwrap()).unwrap()
        };
        assert!(page.contains("<script>\nfunction unpack() {}\n</script>"));
        assert_eq!(packed("nulage-script"), "let nulage = 1;\nrest();\nfunction a() {}\n");
        assert_eq!(packed("nulage-style"), "p{}");
        for allowed in ["\nfunction unpack() {}\n", &packed("nulage-script"), "p{}"] {
            assert!(page.contains(&format!("'sha256-{}'", hash(allowed))), "{allowed}");
        }
        assert!(!page.contains(" src=") && page.matches("href=").count() == 1);
        assert!(crate::tool::usb::fill(&page, b"{}").is_some());
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(hash("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
