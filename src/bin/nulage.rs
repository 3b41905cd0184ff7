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
use nulage::tool::assemble::{self, Access, Input};
use nulage::tool::catalogue_schema;
use nulage::tool::catalogue_source::Services;
use nulage::tool::county::Data;
use nulage::tool::fault::Fault;
use nulage::tool::fetch::cache::Cache;
use nulage::tool::fetch::clock::{self, Clock as _, SystemClock};
use nulage::tool::fetch::progress::Progress;
use nulage::tool::fetch::retry::Policy;
use nulage::tool::fetch::wire::Http;
use nulage::tool::fetch::{Mode, Web};
use nulage::tool::picture::{self, command::PictureArgs};
use nulage::tool::report::{self, command::ReportArgs};
use nulage::tool::{serve, site, usb};

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
    /// Assemble a bundle from its catalogue and sources.
    Bundle(Assemble),
    /// Write a starting catalogue for a county, with borders, into a folder.
    New(New),
    /// Print the bundle's JSON Schema.
    Schema {
        /// Print the catalogue's instead.
        #[arg(long)]
        catalogue: bool,
        /// Print the one of a catalogue's story instead.
        #[arg(long, conflicts_with = "catalogue")]
        story: bool,
    },
    /// Write the app and a bundle as one HTML file that opens from a disk.
    Usb(Usb),
    /// Draw a picture as an SVG, PNG or PDF file.
    Picture(PictureArgs),
    /// Write a report of a municipality or of the county as a PDF document.
    Report(ReportArgs),
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
    /// What to assemble [default: data/catalogue.toml]
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
    #[command(flatten)]
    network: Network,
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

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell if standard error is closed too.
            drop(writeln!(io::stderr().lock(), "error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command {
        None => run_serve(cli.serve),
        Some(Command::Serve(serve)) => run_serve(serve),
        Some(Command::Build) => run_build().map(drop),
        Some(Command::Bundle(flags)) => run_bundle(flags),
        Some(Command::New(flags)) => run_new(&flags),
        Some(Command::Schema { catalogue, story }) => print_schema(catalogue, story),
        Some(Command::Usb(flags)) => run_usb(flags),
        Some(Command::Picture(flags)) => say(&picture::command::run(&flags)?),
        Some(Command::Report(flags)) => say(&report::command::run(&flags)?),
    }
}

fn run_build() -> anyhow::Result<site::Site> {
    let root = site::find_root()?;
    Ok(site::build(&root, &site::Progress::to_stderr())?)
}

fn run_serve(flags: Serve) -> anyhow::Result<()> {
    if let Some(file) = &flags.bundle {
        check(file)?;
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
        check(file)?;
    }
    let site = run_build()?;
    let written =
        usb::write(&site.file(), &flags.bundle.unwrap_or_else(|| site.bundle.clone()), &flags.output)?;
    say(&format!("{} ({} kB): open it with a double click.", written.page.display(), written.size / 1000))
}

fn run_bundle(flags: Assemble) -> anyhow::Result<()> {
    let network = &flags.network;
    let clock = SystemClock;
    let wire = Http::new(Duration::from_secs(network.timeout), true);
    let max_age = Duration::from_secs(network.max_age.saturating_mul(3600));
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let folder = network.cache.clone().unwrap_or_else(|| Cache::default_folder(&variable));
    let web = Web {
        wire: &wire,
        clock: &clock,
        cache: Cache::at(folder),
        policy: Policy::default(),
        mode: if network.offline { Mode::Offline } else { Mode::Online { max_age } },
    };
    let services = Services {
        kolada: network.kolada.clone().or_else(|| variable("NULAGE_KOLADA")),
        pxweb: network.pxweb.clone().or_else(|| variable("NULAGE_PXWEB")),
        pxweb_v1: network.pxweb_v1.clone().or_else(|| variable("NULAGE_PXWEB_V1")),
    };
    let anew = flags.anew || flags.county.is_some();
    let access = Access { anew, web: Some(&web), services: &services, progress: Progress::to_stderr() };
    let report = match (&flags.county, flags.catalogue) {
        (Some(county), _) => {
            let today = clock::day(clock.now().as_secs());
            let ready = data()?.of_county(county, &today).map_err(listed)?;
            let out = flags.output.unwrap_or_else(|| PathBuf::from(format!("{}.bundle.json", ready.slug)));
            let input = Input { file: &ready.file, text: &ready.text, base: &ready.base };
            assemble::bundle_with(input, access, &out)?
        }
        (None, Some(file)) => {
            let out = flags.output.unwrap_or_else(|| file.with_extension("bundle.json"));
            let text =
                fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            assemble::bundle_with(Input::of(&file, &text), access, &out)?
        }
        (None, None) => {
            let site = site::Site::at(&site::find_root()?);
            let file = data()?.default_file();
            let text =
                fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            assemble::bundle_with(Input::of(&file, &text), access, &flags.output.unwrap_or(site.bundle))?
        }
    };
    say(&report.to_string())
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

fn print_schema(catalogue: bool, story: bool) -> anyhow::Result<()> {
    let text = match (catalogue, story) {
        (true, _) => catalogue_schema::schema(),
        (_, true) => catalogue_schema::story_schema(),
        _ => schema(),
    };
    say(text.trim_end())
}

fn say(words: &str) -> anyhow::Result<()> {
    writeln!(io::stdout().lock(), "{words}").context("cannot write to standard output")
}

/// Refuses a file that is no bundle before anything is built for it; tells what is odd in one.
fn check(file: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    match load::from_bytes(&bytes, &Caps::default()) {
        Ok((_, notes)) => notes.iter().try_for_each(|note| say(&note.to_string())),
        Err(problem) => anyhow::bail!("{}: {problem}", file.display()),
    }
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
