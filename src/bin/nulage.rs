//! The tool: flags to one call each.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command as Program, Stdio};
use std::thread;

use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use nulage::bundle::format::Bundle;
use nulage::tool::{assemble, serve, site};

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

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    match cli.command {
        None => run_serve(cli.serve),
        Some(Command::Serve(serve)) => run_serve(serve),
        Some(Command::Build) => run_build().map(drop),
        Some(Command::Bundle(flags)) => run_bundle(flags),
        Some(Command::Schema) => print_schema(),
    }
}

fn run_build() -> anyhow::Result<site::Site> {
    let root = site::find_root()?;
    Ok(site::build(&root, &site::Progress::to_stderr())?)
}

fn run_serve(flags: Serve) -> anyhow::Result<()> {
    if let Some(file) = &flags.bundle {
        anyhow::ensure!(file.is_file(), "there is no bundle at {}", file.display());
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
    let schema = schemars::schema_for!(Bundle);
    say(&serde_json::to_string_pretty(&schema)?)
}

fn say(words: &str) -> anyhow::Result<()> {
    writeln!(io::stdout().lock(), "{words}").context("cannot write to standard output")
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
