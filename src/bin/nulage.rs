//! The tool: flags to one call each.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command as Program, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use nulage::bundle::{caps::Caps, schema::schema};
use nulage::model::load;
use nulage::tool::assemble::{self, Access, Input, Keep};
use nulage::tool::catalogue_schema;
use nulage::tool::catalogue_source::Services;
use nulage::tool::check::{self, Report, terminal::Detail};
use nulage::tool::county::Data;
use nulage::tool::fault::{self, Fault};
use nulage::tool::fetch::cache::{Cache, write_whole};
use nulage::tool::fetch::clock::{self, Clock as _, SystemClock};
use nulage::tool::fetch::progress::Progress;
use nulage::tool::fetch::retry::Policy;
use nulage::tool::fetch::wire::Http;
use nulage::tool::fetch::{Mode, Web};
use nulage::tool::picture::{
    self,
    command::{Language, PictureArgs},
};
use nulage::tool::report::{self, command::ReportArgs};
use nulage::tool::{seal, serve, site, usb};

/// Nuläge: the differences inside a county, as interactive maps and charts.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site and serve it on this machine (what happens without a command).
    Serve(Serve),
    /// Build the site into pkg/ and stop.
    Build,
    /// Assemble a bundle from its catalogue and sources, and check it.
    ///
    /// Exits with 0, with 3 when the check found something grave in the bundle written, and with 1 when
    /// none could be made: then everything is as it was.
    Bundle(Assemble),
    /// Check a bundle: what there is, what is odd, what changed. Repairs nothing.
    ///
    /// Exits with 0 when nothing is grave, with 3 when something must be mended, with 1 when the bundle
    /// cannot be read, and with 2 when these flags are wrong.
    Check(Check),
    /// Write a starting catalogue for a county, with borders, into a folder.
    New(New),
    /// Print the bundle's JSON Schema.
    Schema(Schema),
    /// Write the app and a bundle as one HTML file that opens from a disk.
    Usb(Usb),
    /// Draw a picture as an SVG, PNG or PDF file.
    Picture(PictureArgs),
    /// Write a report of a municipality or of the county as a PDF document.
    Report(ReportArgs),
}

#[derive(Args)]
#[group(multiple = false)]
struct Schema {
    /// Print the catalogue's instead.
    #[arg(long)]
    catalogue: bool,
    /// Print the one of a catalogue's story instead.
    #[arg(long)]
    story: bool,
    /// Print the one of what `check --json` prints instead.
    #[arg(long)]
    check: bool,
}

#[derive(Args)]
struct Usb {
    /// Put this bundle in instead of the default one.
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
    /// Write into this folder.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

#[derive(Args)]
struct New {
    /// SCB's code of the county, 01 to 25.
    #[arg(long, value_name = "CODE")]
    county: String,
    /// The folder [default: the county's name]
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

#[derive(Args)]
struct Assemble {
    /// What to assemble [default: catalogue.toml in this folder, otherwise the default bundle's]
    #[arg(long, value_name = "FILE")]
    catalogue: Option<PathBuf>,
    /// Where to write [default: the default bundle, or NAME.bundle.json beside another catalogue]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Build the bundle of this county (SCB's code), asking its sources anew; without a catalogue of
    /// its own, from a starting one.
    #[arg(long, value_name = "CODE", conflicts_with = "catalogue")]
    county: Option<String>,
    /// Ask the sources anew even where figures are kept in files.
    #[arg(long)]
    anew: bool,
    /// Write the values of each indicator to a file of its own, in a folder beside the bundle; they are
    /// fetched when they are first shown. For bundles that are slow to open.
    #[arg(long)]
    split: bool,
    /// Language of the check's findings.
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    #[command(flatten)]
    network: Network,
}

#[derive(Args)]
struct Check {
    /// A bundle, as a file or an address; or a catalogue (.toml), assembled from its files.
    #[arg(value_name = "FILE|URL")]
    bundle: String,
    /// Tell what changed since this one.
    #[arg(long, value_name = "FILE|URL")]
    previous: Option<String>,
    /// Print one JSON document instead of tables.
    #[arg(long)]
    json: bool,
    /// Write a report with pictures, too.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// List notes and explained findings, too.
    #[arg(long)]
    all: bool,
    /// Language of findings.
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    /// Longest time for one answer of an address.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,
}

#[derive(Args)]
struct Network {
    /// Use kept answers only, however old.
    #[arg(long)]
    offline: bool,
    /// Ask again for answers older than this.
    #[arg(long, value_name = "HOURS", default_value_t = 24)]
    max_age: u64,
    /// Where answers are kept [default: NULAGE_CACHE, or nulage in the user's cache folder]
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    /// Longest time for one answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,
    /// Address of Kolada [default: NULAGE_KOLADA, or the public one]
    #[arg(long, value_name = "URL")]
    kolada: Option<String>,
    /// Address of PxWebApi 2 [default: NULAGE_PXWEB, or SCB's]
    #[arg(long, value_name = "URL")]
    pxweb: Option<String>,
    /// Address of PxWebApi 1 [default: NULAGE_PXWEB_V1, or SCB's]
    #[arg(long, value_name = "URL")]
    pxweb_v1: Option<String>,
}

#[derive(Args)]
struct Serve {
    /// Listen on this port; otherwise 8080 or the next free one.
    #[arg(long)]
    port: Option<u16>,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
    /// Show this bundle instead of the default one.
    #[arg(long, value_name = "FILE")]
    bundle: Option<PathBuf>,
}

/// Something in the bundle must be mended.
const GRAVE: u8 = 3;

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        // Who reads no further, as `head` does, has what was wanted.
        Err(error) if is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell if standard error is closed too.
            drop(writeln!(io::stderr().lock(), "error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether it is that standard output is read no further.
fn is_closed(error: &anyhow::Error) -> bool {
    let closed = |e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref().is_some_and(closed))
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        None => run_serve(cli.serve)?,
        Some(Command::Serve(serve)) => run_serve(serve)?,
        Some(Command::Build) => run_build().map(drop)?,
        Some(Command::Bundle(flags)) => return run_bundle(flags),
        Some(Command::Check(flags)) => return run_check(&flags),
        Some(Command::New(flags)) => run_new(&flags)?,
        Some(Command::Schema(of)) => print_schema(&of)?,
        Some(Command::Usb(flags)) => run_usb(flags)?,
        Some(Command::Picture(flags)) => say(&picture::command::run(&flags)?)?,
        Some(Command::Report(flags)) => say(&report::command::run(&flags)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn run_build() -> anyhow::Result<site::Site> {
    let root = site::find_root()?;
    Ok(site::build(&root, &site::Progress::to_stderr())?)
}

fn run_serve(flags: Serve) -> anyhow::Result<()> {
    if let Some(file) = &flags.bundle {
        refuse_odd(file)?;
    }
    let mut site = run_build()?;
    if let Some(file) = flags.bundle {
        site = site.with_bundle(file);
    }
    let running = serve::start(site, flags.port)?;
    let url = running.url("/");
    say(&format!("Nuläge is at {url}\nStop it with Ctrl+C."))?;
    if flags.open {
        open(&url)?;
    }
    loop {
        thread::park();
    }
}

fn run_usb(flags: Usb) -> anyhow::Result<()> {
    if let Some(file) = &flags.bundle {
        refuse_odd(file)?;
    }
    let site = run_build()?;
    let written =
        usb::write(&site.file(), &flags.bundle.unwrap_or_else(|| site.bundle.clone()), &flags.output)?;
    say(&format!("{} ({} kB): open it with a double click.", written.page.display(), written.size / 1000))
}

fn run_bundle(flags: Assemble) -> anyhow::Result<ExitCode> {
    let network = &flags.network;
    let wire = Http::new(Duration::from_secs(network.timeout), true);
    let max_age = Duration::from_secs(network.max_age.saturating_mul(3600));
    let mode = if network.offline { Mode::Offline } else { Mode::Online { max_age } };
    let web = web(&wire, network.cache.clone(), mode);
    let services = Services {
        kolada: network.kolada.clone().or_else(|| variable("NULAGE_KOLADA")),
        pxweb: network.pxweb.clone().or_else(|| variable("NULAGE_PXWEB")),
        pxweb_v1: network.pxweb_v1.clone().or_else(|| variable("NULAGE_PXWEB_V1")),
    };
    let anew = flags.anew || flags.county.is_some();
    let access = Access { anew, web: Some(&web), services: &services, progress: Progress::to_stderr() };
    let of_file = |file: PathBuf, out: PathBuf| -> anyhow::Result<_> {
        let text = fs::read_to_string(&file).map_err(unread(&file))?;
        let base = file.parent().unwrap_or(Path::new("")).to_owned();
        Ok((file, text, base, out))
    };
    // Whoever stands beside a catalogue means that one.
    let beside = || Some(PathBuf::from("catalogue.toml")).filter(|file| file.exists());
    let (file, text, base, usual) = match (&flags.county, flags.catalogue.or_else(beside)) {
        (Some(county), _) => {
            let today = clock::day(SystemClock.now().as_secs());
            let ready = data()?.of_county(county, &today).map_err(listed)?;
            (ready.file, ready.text, ready.base, PathBuf::from(format!("{}.bundle.json", ready.slug)))
        }
        (None, Some(file)) => {
            let out = file.with_extension("bundle.json");
            of_file(file, out)?
        }
        (None, None) => of_file(data()?.default_file(), site::Site::at(&site::find_root()?).bundle)?,
    };
    let out = flags.output.unwrap_or(usual);
    // What stands there now is what the new bundle is compared with.
    let previous = out.exists().then(|| check::read::file(&out).map_err(|e| format!("{e:#}")));
    let keep = if flags.split { Keep::Apart } else { Keep::Inside };
    let made = assemble::bundle_with(Input { file: &file, text: &text, base: &base }, access, &out, keep)?;
    say(&made.to_string())?;
    let now = check::read::file(&out)?;
    let report = check::check(&now, previous.as_ref());
    say("")?;
    let text = check::terminal::text(&report, flags.lang.into(), check::terminal::width(), Detail::Short);
    say(text.trim_end())?;
    let more = if matches!(flags.lang, Language::Sv) { "Mer" } else { "More" };
    say(&format!("\n{more}: cargo run -- check {}", out.display()))?;
    Ok(verdict(&report))
}

fn run_check(flags: &Check) -> anyhow::Result<ExitCode> {
    let wire = Http::new(Duration::from_secs(flags.timeout), true);
    // An answer that is kept is only taken where the server says that it still holds.
    let web = web(&wire, None, Mode::Online { max_age: Duration::ZERO });
    let read = |from: &str| {
        let is_address = from.starts_with("http://") || from.starts_with("https://");
        if is_address { check::read::address(&web, from) } else { check::read::file(Path::new(from)) }
    };
    let now = read(&flags.bundle)?;
    let previous = flags.previous.as_deref().map(read).transpose()?.map(Ok);
    let report = check::check(&now, previous.as_ref());
    let locale = flags.lang.into();
    if let Some(file) = &flags.html {
        let page = check::html::page(&report, locale);
        write_whole(file, page.as_bytes()).with_context(|| format!("cannot write {}", file.display()))?;
    }
    let detail = if flags.all { Detail::All } else { Detail::Usual };
    let text = if flags.json {
        check::json::text(&report, locale)
    } else {
        check::terminal::text(&report, locale, check::terminal::width(), detail)
    };
    say(text.trim_end())?;
    Ok(verdict(&report))
}

fn verdict(report: &Report<'_>) -> ExitCode {
    if report.is_grave() { ExitCode::from(GRAVE) } else { ExitCode::SUCCESS }
}

/// The network, with answers kept in this folder or the usual one.
fn web(wire: &Http, folder: Option<PathBuf>, mode: Mode) -> Web<'_> {
    let cache = Cache::at(folder.unwrap_or_else(|| Cache::default_folder(&variable)));
    Web { wire, clock: &SystemClock, cache, policy: Policy::default(), mode }
}

/// What the environment says, unless it is empty.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn run_new(flags: &New) -> anyhow::Result<()> {
    let today = clock::day(SystemClock.now().as_secs());
    let written = data()?.write(&flags.county, &today, flags.output.as_deref()).map_err(listed)?;
    let file = written.display();
    say(&format!("{file}\nBuild its bundle with: nulage bundle --catalogue {file}"))
}

/// The package's data.
fn data() -> anyhow::Result<Data> {
    Ok(Data::at(site::find_root()?.join("data")))
}

/// Every fault on a line of its own.
fn listed(faults: Vec<Fault>) -> anyhow::Error {
    anyhow::Error::msg(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn print_schema(of: &Schema) -> anyhow::Result<()> {
    let text = match of {
        Schema { catalogue: true, .. } => catalogue_schema::schema(),
        Schema { story: true, .. } => catalogue_schema::story_schema(),
        Schema { check: true, .. } => check::json::schema(),
        _ => schema(),
    };
    say(text.trim_end())
}

fn say(words: &str) -> anyhow::Result<()> {
    writeln!(io::stdout().lock(), "{words}").context("cannot write to standard output")
}

/// Refuses a file that is no bundle before anything is built for it; tells what is odd in one.
fn refuse_odd(file: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(file).map_err(unread(file))?;
    if let Some(other) = fault::other_kind(&file.display().to_string(), &bytes) {
        anyhow::bail!("{}: {other}", file.display());
    }
    match load::from_bytes(&bytes, &Caps::default()) {
        Ok((_, notes)) => {
            notes.iter().chain(&seal::broken(&bytes, &Caps::default())).try_for_each(|n| say(&n.to_string()))
        }
        Err(problem) => anyhow::bail!("{}: {problem}", file.display()),
    }
}

/// A file that cannot be read.
fn unread(file: &Path) -> impl FnOnce(io::Error) -> anyhow::Error + '_ {
    move |error| anyhow::anyhow!("cannot read {}: {}", file.display(), fault::why(&error))
}

/// Hands the address to the system's own opener.
fn open(url: &str) -> anyhow::Result<()> {
    let (program, args): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    Program::new(program)
        .args(args)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot open a browser with {program}; open {url} yourself"))?;
    Ok(())
}
