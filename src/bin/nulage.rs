//! The tool: flags to one call each.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command as Program, ExitCode, Stdio};
use std::thread;

use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use nulage::bundle::{caps::Caps, schema::schema};
use nulage::model::load;
use nulage::tool::{assemble, serve, site, usb};

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
    /// Print the bundle's JSON Schema.
    Schema,
    /// Write the app and a bundle as one HTML file that opens from a disk.
    Usb(Usb),
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
struct Assemble {
    /// What to assemble [default: data/catalogue.toml]
    #[arg(long, value_name = "FILE")]
    catalogue: Option<PathBuf>,
    /// Where to write [default: the default bundle, or NAME.bundle.json beside another catalogue]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
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
        Some(Command::Schema) => print_schema(),
        Some(Command::Usb(flags)) => run_usb(flags),
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
    let (catalogue, beside) = match flags.catalogue {
        Some(file) => {
            let beside = file.with_extension("bundle.json");
            (file, beside)
        }
        None => {
            let site = site::Site::at(&site::find_root()?);
            (site.root.join("data").join("catalogue.toml"), site.bundle)
        }
    };
    let report = assemble::bundle(&catalogue, &flags.output.unwrap_or(beside))?;
    say(&report.to_string())
}

fn print_schema() -> anyhow::Result<()> {
    say(schema().trim_end())
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
