//! What the machine must have: browsers, their drivers, a font, axe-core. Missing things are installed
//! where that is allowed; otherwise one line says what to install. Nothing is ever skipped.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};

/// The geckodriver that is built where none is installed (Debian packages none).
const GECKODRIVER: &str = "0.37.1";

/// The Vite that builds a stranger's page with our package in it.
const VITE: &str = "7.3.7";

/// A browser and the program that drives it.
#[derive(Clone)]
pub(crate) struct Pair {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Chromium (or Chrome) and chromedriver.
pub(crate) fn chromium() -> &'static Pair {
    static FOUND: OnceLock<Pair> = OnceLock::new();
    FOUND.get_or_init(|| {
        fonts();
        let (browsers, drivers) = (["chromium", "google-chrome", "chromium-browser"], ["chromedriver"]);
        if on_path(&browsers).is_none() || on_path(&drivers).is_none() {
            install(&["chromium", "chromium-driver"], || {
                on_path(&browsers).is_some() && on_path(&drivers).is_some()
            });
        }
        Pair { browser: must(&browsers, "chromium"), driver: must(&drivers, "chromium-driver") }
    })
}

/// Firefox and geckodriver.
pub(crate) fn firefox() -> &'static Pair {
    static FOUND: OnceLock<Pair> = OnceLock::new();
    FOUND.get_or_init(|| {
        fonts();
        let browsers = ["firefox-esr", "firefox"];
        if on_path(&browsers).is_none() {
            install(&["firefox-esr"], || on_path(&browsers).is_some());
        }
        Pair { browser: must(&browsers, "firefox-esr"), driver: geckodriver() }
    })
}

/// WebKitGTK's MiniBrowser, and what starts its driver on a screen of its own.
pub(crate) fn webkit() -> &'static Pair {
    static FOUND: OnceLock<Pair> = OnceLock::new();
    FOUND.get_or_init(|| {
        fonts();
        let found = || Some(Pair { browser: mini_browser()?, driver: on_path(&["xvfb-run"])? });
        if found().is_none() || on_path(&["WebKitWebDriver"]).is_none() {
            install(&["webkit2gtk-driver", "xvfb", "xauth"], || found().is_some());
        }
        found().unwrap_or_else(|| panic!("install webkit2gtk-driver, xvfb and xauth"))
    })
}

/// It lies in a folder of libraries, named by machine and version.
fn mini_browser() -> Option<PathBuf> {
    let folders =
        |dir: &Path| fs::read_dir(dir).into_iter().flatten().flatten().map(|e| e.path()).collect::<Vec<_>>();
    let machines = folders(Path::new("/usr/lib")).into_iter().chain([PathBuf::from("/usr/libexec")]);
    machines
        .flat_map(|machine| folders(&machine))
        .filter(|dir| dir.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4")))
        .map(|dir| dir.join("MiniBrowser"))
        .find(|file| file.is_file())
}

/// The text of axe-core, exactly the version and checksum of `axe.json`.
pub(crate) fn axe() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let pin: Value = serde_json::from_str(include_str!("axe.json")).expect("axe.json is JSON");
        let dir = tools().join("axe");
        let _lock = lock("axe");
        if installed_axe(&dir) != pin["version"] {
            npm_ci(&dir, &pin);
        }
        assert_eq!(installed_axe(&dir), pin["version"], "npm installed another axe-core than axe.json names");
        fs::read_to_string(dir.join("node_modules/axe-core/axe.min.js")).expect("axe-core carries axe.min.js")
    })
}

/// A folder with Vite in its `node_modules`, and npm.
pub(crate) fn vite() -> PathBuf {
    static READY: OnceLock<PathBuf> = OnceLock::new();
    let install = || {
        let dir = tools().join("vite");
        let _lock = lock("vite");
        if installed(&dir, "vite") != VITE {
            need_npm();
            fs::create_dir_all(&dir).expect("the target folder is writable");
            let package = json!({ "name": "stranger", "private": true, "type": "module", "devDependencies": { "vite": VITE } });
            fs::write(dir.join("package.json"), package.to_string()).expect("the target folder is writable");
            let args = ["install", "--ignore-scripts", "--no-audit", "--no-fund"];
            run(Command::new("npm").args(args).current_dir(&dir), "Vite could not be fetched with npm");
        }
        assert_eq!(installed(&dir, "vite"), VITE, "npm installed another Vite");
        dir
    };
    READY.get_or_init(install).clone()
}

/// A home folder of our own: Firefox refuses to run as root in somebody else's.
pub(crate) fn home() -> PathBuf {
    let dir = tools().join("home");
    fs::create_dir_all(&dir).expect("the target folder is writable");
    dir
}

/// Where tests may write: `target/tmp`.
pub(crate) fn scratch() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

/// What is brought once and kept: `target/tools`.
pub(crate) fn tools() -> PathBuf {
    let dir = scratch().parent().expect("target/tmp has a parent").join("tools");
    fs::create_dir_all(&dir).expect("the target folder is writable");
    dir
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> =
        std::env::split_paths(&path).chain(["/usr/bin".into(), "/usr/local/bin".into()]).collect();
    names.iter().find_map(|name| folders.iter().map(|dir| dir.join(name)).find(|file| file.is_file()))
}

fn must(names: &[&str], package: &str) -> PathBuf {
    on_path(names).unwrap_or_else(|| panic!("install {package}: none of {names:?} is on the PATH"))
}

fn geckodriver() -> PathBuf {
    if let Some(found) = on_path(&["geckodriver"]) {
        return found;
    }
    let built = tools().join("bin/geckodriver");
    let _lock = lock("geckodriver");
    if !built.is_file() {
        let mut cargo = Command::new(option_env!("CARGO").unwrap_or("cargo"));
        cargo.args(["install", "geckodriver", "--locked", "--version", GECKODRIVER]);
        cargo.arg("--root").arg(tools()).arg("--target-dir").arg(tools().join("build"));
        // It only hands messages on: unoptimised it is as fast and takes a quarter of the time to compile.
        cargo.args(["--debug", "--config", "profile.dev.debug=false"]);
        // Outside the repository, and without what cargo told us about our own build.
        cargo.current_dir(tools()).env_remove("RUSTFLAGS");
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            let kept = ["CARGO_HOME", "CARGO_REGISTR", "CARGO_HTTP", "CARGO_NET", "CARGO_SOURCE"];
            if text.starts_with("CARGO_") && !kept.iter().any(|k| text.starts_with(k)) {
                cargo.env_remove(&name);
            }
        }
        let advice = format!("run: cargo install geckodriver --locked --version {GECKODRIVER}");
        run(&mut cargo, &advice);
    }
    built
}

fn fonts() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let some = || {
            Command::new("fc-list").arg(":lang=sv").output().is_ok_and(|out| {
                out.status.success() && String::from_utf8_lossy(&out.stdout).lines().any(|l| !l.is_empty())
            })
        };
        if !some() {
            install(&["fontconfig", "fonts-dejavu-core", "fonts-liberation"], some);
            assert!(some(), "install fontconfig and fonts-dejavu-core: no font here can write Swedish");
        }
    });
}

/// Debian packages, as root or through a sudo that asks nothing.
fn install(packages: &[&str], done: impl Fn() -> bool) {
    let _lock = lock("apt");
    if done() {
        return;
    }
    let list = packages.join(" ");
    let root = output("id", &["-u"]) == "0";
    let sudo = Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
    assert!(
        on_path(&["apt-get"]).is_some() && (root || sudo.is_ok_and(|s| s.success())),
        "the browser tests need {list}; run: sudo apt-get install -y --no-install-recommends {list}"
    );
    let apt = |args: &[&str]| {
        let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
        words.extend(["-o", "DPkg::Lock::Timeout=300"]);
        words.extend(args);
        let mut command = if root { Command::new("env") } else { Command::new("sudo") };
        command.args(if root { &words[1..] } else { &words[..] });
        run(&mut command, &format!("the browser tests need {list}"));
    };
    apt(&["update"]);
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat());
}

fn installed_axe(dir: &Path) -> Value {
    installed(dir, "axe-core")
}

/// The version of a package in a folder's `node_modules`.
fn installed(dir: &Path, package: &str) -> Value {
    fs::read_to_string(dir.join("node_modules").join(package).join("package.json"))
        .ok()
        .and_then(|text| serde_json::from_str::<Value>(&text).ok())
        .map_or(Value::Null, |package| package["version"].clone())
}

fn need_npm() {
    if on_path(&["npm"]).is_none() {
        install(&["nodejs", "npm"], || on_path(&["npm"]).is_some());
    }
}

/// `npm ci` compares what it unpacks with the lock file's checksum.
fn npm_ci(dir: &Path, pin: &Value) {
    need_npm();
    let asked = json!({ "axe-core": pin["version"] });
    let lock = json!({
        "name": "tools", "lockfileVersion": 3, "requires": true,
        "packages": { "": { "name": "tools", "dependencies": asked },
            "node_modules/axe-core": { "version": pin["version"], "integrity": pin["integrity"] } }
    });
    let package = json!({ "name": "tools", "private": true, "dependencies": asked });
    fs::create_dir_all(dir).expect("the target folder is writable");
    fs::write(dir.join("package.json"), package.to_string()).expect("the target folder is writable");
    fs::write(dir.join("package-lock.json"), lock.to_string()).expect("the target folder is writable");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(dir);
    run(&mut npm, "axe-core could not be fetched with npm");
}

/// Runs to the end, or fails with the advice and the last of what it said.
pub(crate) fn run(command: &mut Command, advice: &str) {
    let said = command.stdin(Stdio::null()).output().unwrap_or_else(|e| panic!("{advice} ({e})"));
    let text = String::from_utf8_lossy(&said.stderr);
    let tail: Vec<&str> = text.lines().rev().take(8).collect();
    let tail: Vec<&str> = tail.into_iter().rev().collect();
    assert!(said.status.success(), "{advice}\n{}", tail.join("\n"));
}

fn output(program: &str, args: &[&str]) -> String {
    let out = Command::new(program).args(args).stderr(Stdio::null()).output();
    out.map_or(String::new(), |o| String::from_utf8_lossy(&o.stdout).trim().to_owned())
}

/// Two test binaries at once install one after the other.
pub(crate) fn lock(name: &str) -> File {
    let file = File::create(tools().join(format!("{name}.lock"))).expect("the target folder is writable");
    file.lock().expect("a lock file can be locked");
    file
}

/// Brings all of it, and the site, so that `.ci/run` can do so while other things are tested. Most of it
/// is waiting for downloads and for one core, so nothing waits for another.
#[test]
fn everything_is_here() {
    std::thread::scope(|scope| {
        scope.spawn(crate::site::site);
        scope.spawn(geckodriver);
        assert!(chromium().driver.is_file() && webkit().driver.is_file());
        assert!(!axe().is_empty() && vite().is_dir());
        assert!(firefox().driver.is_file());
    });
}
