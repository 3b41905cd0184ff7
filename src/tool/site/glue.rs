//! Makes the JavaScript glue and the final modules from cargo's wasm.
//!
//! The whole has two ways to load it: `nulage.js` is an ES module, `nulage.glue.js` a classic script that
//! defines the global `nulage`, for the standalone element and pages opened from a disk. Single views
//! have a module of their own, which only `element.js` loads.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

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

/// Remakes the glue of those modules, in their order and with cargo's wasm, whose stamp says that it does
/// not fit this wasm; all at the same time.
pub(super) fn refresh(site: &Site, wasm: &[Vec<u8>], progress: &Progress) -> Result<(), SiteError> {
    let stamped = MODULES.iter().zip(wasm).map(|(made, wasm)| (made, wasm, stamp(wasm)));
    let old: Vec<_> = stamped.filter(|(made, _, stamp)| !made.is_current(site, stamp)).collect();
    if old.is_empty() {
        return Ok(());
    }
    progress.step("making the JavaScript glue");
    let pkg = site.pkg();
    fs::create_dir_all(&pkg).map_err(at(&pkg))?;
    std::thread::scope(|scope| {
        let making: Vec<_> =
            old.iter().map(|(made, wasm, stamp)| scope.spawn(move || made.make(site, wasm, stamp))).collect();
        making.into_iter().try_for_each(|made| match made.join() {
            Ok(made) => made,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

impl Made {
    fn stamp_file(&self, site: &Site) -> PathBuf {
        site.cache().join(format!("{}.stamp", self.name))
    }

    /// Whether all that is written is there and was made of this.
    fn is_current(&self, site: &Site, stamp: &str) -> bool {
        let mut names = self.ways.iter().flat_map(|way| way.1).map(|(_, name)| name);
        names.all(|name| site.pkg().join(name).is_file())
            && fs::read_to_string(self.stamp_file(site)).is_ok_and(|old| old == stamp)
    }

    fn make(&self, site: &Site, wasm: &[u8], stamp: &str) -> Result<(), SiteError> {
        let stage = site.cache().join(format!("{}.stage", self.name));
        let bytes = trim(wasm).map_err(|error| SiteError::Glue { said: error.to_string() })?;
        let name = format!("{}_bg.wasm", self.name);
        let mut modules = BTreeSet::new();
        for (way, files) in self.ways {
            let folder = stage.join(way.folder());
            run(*way, self.name, &bytes, &folder)?;
            let module = folder.join(&name);
            let bound = fs::read(&module).map_err(at(&module))?;
            if files.iter().any(|(_, to)| *to == name) {
                let packed = by_use(&bound)
                    .and_then(|module| pack(&module))
                    .map_err(|error| SiteError::Glue { said: error.to_string() })?;
                fs::write(&module, packed).map_err(at(&module))?;
            }
            modules.insert(bound);
            for (ending, to) in *files {
                // A rename, so that a server reading meanwhile sees the old file or the new one.
                let target = site.pkg().join(to);
                fs::rename(folder.join(format!("{}{ending}", self.name)), &target).map_err(at(&target))?;
            }
        }
        if modules.len() != 1 {
            return Err(SiteError::Glue { said: "the two ways to load need different modules".to_owned() });
        }
        fs::remove_dir_all(&stage).map_err(at(&stage))?;
        let stamp_file = self.stamp_file(site);
        fs::write(&stamp_file, stamp).map_err(at(&stamp_file))
    }
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
