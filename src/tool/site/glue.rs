//! Makes the JavaScript glue and the final modules from cargo's wasm.
//!
//! The whole has two ways to load it: `nulage.js` is an ES module, `nulage.glue.js` a classic script that
//! defines the global `nulage`, for the standalone element and pages opened from a disk. Single views
//! have a module of their own, which only `element.js` loads.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use super::locals::by_use;
use super::pack::pack;
use super::trim::trim;
use super::{Progress, Site, SiteError, at};

/// A module and what loads it.
pub(super) struct Made {
    /// What its files are called.
    name: &'static str,
    /// The features of the library that are in it.
    pub(super) features: &'static str,
    /// The ways to load it, with what each writes: ending in the staging folder, name in `pkg/`.
    ways: &'static [(Way, &'static [(&'static str, &'static str)])],
}

/// Every module of the package.
pub(super) const MODULES: &[Made] = &[
    Made {
        name: "nulage",
        features: "browser,whole",
        ways: &[
            (
                Way::Module,
                &[
                    (".js", "nulage.js"),
                    (".d.ts", "nulage.d.ts"),
                    ("_bg.wasm", "nulage_bg.wasm"),
                    ("_bg.wasm.d.ts", "nulage_bg.wasm.d.ts"),
                ],
            ),
            (Way::Script, &[(".js", "nulage.glue.js"), (".d.ts", "nulage.standalone.d.ts")]),
        ],
    },
    Made {
        name: "view",
        features: "browser",
        ways: &[(Way::Module, &[(".js", "view.js"), ("_bg.wasm", "view_bg.wasm")])],
    },
];

/// Remakes a module's glue unless the stamp says that it fits this wasm already.
pub(super) fn refresh(site: &Site, made: &Made, wasm: &Path, progress: &Progress) -> Result<(), SiteError> {
    let bytes = fs::read(wasm).map_err(at(wasm))?;
    let stamp = stamp(&bytes);
    let stamp_file = site.cache().join(format!("{}.stamp", made.name));
    let pkg = site.pkg();
    let complete = made.ways.iter().flat_map(|way| way.1).all(|(_, name)| pkg.join(name).is_file());
    if complete && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    progress.step("making the JavaScript glue");
    fs::create_dir_all(&pkg).map_err(at(&pkg))?;
    let stage = site.cache().join("stage");
    let bytes = trim(&bytes).map_err(|error| SiteError::Glue { said: error.to_string() })?;
    let wasm = format!("{}_bg.wasm", made.name);
    let mut modules = BTreeSet::new();
    for (way, files) in made.ways {
        let folder = stage.join(way.folder());
        run(*way, made.name, &bytes, &folder)?;
        let module = folder.join(&wasm);
        let bound = fs::read(&module).map_err(at(&module))?;
        if files.iter().any(|(_, to)| *to == wasm) {
            let packed = by_use(&bound)
                .and_then(|module| pack(&module))
                .map_err(|error| SiteError::Glue { said: error.to_string() })?;
            fs::write(&module, packed).map_err(at(&module))?;
        }
        modules.insert(bound);
        for (ending, to) in *files {
            // A rename, so that a server reading meanwhile sees the old file or the new one.
            let target = pkg.join(to);
            fs::rename(folder.join(format!("{}{ending}", made.name)), &target).map_err(at(&target))?;
        }
    }
    if modules.len() != 1 {
        return Err(SiteError::Glue { said: "the two ways to load need different modules".to_owned() });
    }
    fs::remove_dir_all(&stage).map_err(at(&stage))?;
    fs::write(&stamp_file, stamp).map_err(at(&stamp_file))
}

#[derive(Clone, Copy)]
enum Way {
    Module,
    Script,
}

impl Way {
    fn folder(self) -> &'static str {
        match self {
            Way::Module => "module",
            Way::Script => "script",
        }
    }
}

fn run(way: Way, name: &str, wasm: &[u8], folder: &Path) -> Result<(), SiteError> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, wasm.to_vec()).typescript(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    // The glue knows where its module lies, so that `init()` needs no argument.
    bindgen.omit_default_module_path(false);
    let chosen = match way {
        // A page of elements starts again on a fresh instance after a panic.
        Way::Module => bindgen.web(true).map(|bindgen| bindgen.reset_state_function(true)),
        Way::Script => bindgen.no_modules(true).and_then(|bindgen| bindgen.no_modules_global("nulage")),
    };
    chosen
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| SiteError::Glue { said: format!("{error:#}") })
}

/// Changes with the module and with the files that say how the glue is made.
fn stamp(wasm: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    let how = [
        include_str!("glue.rs"),
        include_str!("trim.rs"),
        include_str!("locals.rs"),
        include_str!("pack.rs"),
    ];
    (wasm, how, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
