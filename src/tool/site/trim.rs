//! Takes out of the module what a dependency exports to JavaScript and no page calls.
//!
//! Leptos brings the streams of its server functions, three classes with their methods. What is exported
//! is kept by every linker, with all that it calls; once it is not, the glue generator drops it.

use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CustomSection, ExportSection, Module};
use wasmparser::{CustomSectionReader, Export, Parser};

/// The crate whose exports go.
const UNCALLED: &str = "wasm-streams-";

/// How the name of an export begins by which a module is known as one to be split; this one is not.
const SPLIT: &str = "_WASM_SPLIT_MARKER";

/// The section in which macros leave word for the glue generator: programs, each after the version of
/// what wrote it, each of both after its length (four bytes, little endian).
const PROGRAMS: &str = "__wasm_bindgen_unstable";

/// Hexadecimal digits that tell builds of a crate apart, in programs and at the end of exports' names.
const DIGITS: usize = 16;

type Error = reencode::Error<Infallible>;

/// The module without the exports of the crate that no page calls.
pub(super) fn trim(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Module::new();
    Trimmed { uncalled: uncalled(module) }.parse_core_module(&mut out, Parser::new(0), module)?;
    Ok(out.finish())
}

/// The crate's name with the digits of its build, where it exports something.
fn uncalled(module: &[u8]) -> Option<&str> {
    // Where source files are named, the crate's version stands behind its name.
    module.windows(UNCALLED.len() + DIGITS).find_map(|window| {
        let digits = window.strip_prefix(UNCALLED.as_bytes())?;
        digits.iter().all(u8::is_ascii_hexdigit).then(|| std::str::from_utf8(window).ok())?
    })
}

struct Trimmed<'a> {
    uncalled: Option<&'a str>,
}

impl Trimmed<'_> {
    /// Whether a program is about one of the crate's exports: imports are dropped when nobody uses them.
    fn goes(&self, program: &[u8]) -> bool {
        let is = |name: &str| program.windows(name.len()).any(|window| window == name.as_bytes());
        self.uncalled.is_some_and(is)
    }
}

impl Reencode for Trimmed<'_> {
    type Error = Infallible;

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        let build = self.uncalled.and_then(|name| name.strip_prefix(UNCALLED));
        if build.is_some_and(|build| export.name.ends_with(build)) || export.name.starts_with(SPLIT) {
            return Ok(());
        }
        utils::parse_export(self, exports, export)
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        if section.name() != PROGRAMS {
            return utils::parse_custom_section(self, module, section);
        }
        let mut kept = Vec::new();
        let mut rest = section.data();
        while let Some((program, after)) = sized(rest).and_then(|(_version, after)| sized(after)) {
            let (both, after) = rest.split_at(rest.len() - after.len());
            if !self.goes(program) {
                kept.extend_from_slice(both);
            }
            rest = after;
        }
        kept.extend_from_slice(rest);
        module.section(&CustomSection { name: PROGRAMS.into(), data: kept.into() });
        Ok(())
    }
}

/// What stands behind its length, and the rest.
fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, ExportKind, Function, FunctionSection, TypeSection};
    use wasmparser::Payload;

    use super::*;

    const BUILD: &str = "58a9338f50bce61c";

    /// A program as macros leave it, after its version.
    fn program(text: &str) -> Vec<u8> {
        ["{\"version\":\"1\"}", text]
            .iter()
            .flat_map(|part| [&(part.len() as u32).to_le_bytes()[..], part.as_bytes()].concat())
            .collect()
    }

    /// A module with a function under these names and with these programs.
    fn module(exported: &[&str], programs: &[u8]) -> Vec<u8> {
        let (mut types, mut functions, mut exports) =
            (TypeSection::new(), FunctionSection::new(), ExportSection::new());
        let mut code = CodeSection::new();
        types.ty().function([], []);
        functions.function(0);
        for name in exported {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        let mut out = Module::new();
        out.section(&types).section(&functions).section(&exports).section(&code);
        out.section(&CustomSection { name: PROGRAMS.into(), data: programs.into() });
        out.finish()
    }

    /// Names of the exports, and the programs' section.
    fn read(module: &[u8]) -> (Vec<String>, Vec<u8>) {
        let (mut names, mut programs) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    names.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                Payload::CustomSection(section) => programs = section.data().to_vec(),
                _ => {}
            }
        }
        (names, programs)
    }

    #[test]
    fn what_nobody_calls_goes_and_the_rest_stays() {
        let own = program("View, of nulage-0123456789abcdef");
        let stream = program(&format!("IntoUnderlyingSink, of {UNCALLED}{BUILD}"));
        let programs = [&own[..], &stream, &own].concat();
        let close = format!("intounderlyingsink_close_{BUILD}");
        let trimmed = trim(&module(
            &["view_set_0123456789abcdef", &close, "_WASM_SPLIT_MARKER_7", "memory"],
            &programs,
        ))
        .unwrap();
        let kept = [&own[..], &own].concat();
        assert_eq!(read(&trimmed), (vec!["view_set_0123456789abcdef".to_owned(), "memory".to_owned()], kept));
    }

    #[test]
    fn a_module_without_them_stays_as_it_is() {
        // A source file's name is no build, and a section that is cut short is left to the glue generator.
        let programs = [&program("wasm-streams-0.5.0/src/readable/mod.rs")[..], &[9, 0, 0, 0, b'x']].concat();
        let whole = module(&["view_set"], &programs);
        assert_eq!(read(&trim(&whole).unwrap()), read(&whole));
    }
}
