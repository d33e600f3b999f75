//! The local Bitrix24 portal as a program: see `--help`.

use clap::Parser;
use portal::{Options, Portal};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

const ABOUT: &str = "\
A Bitrix24 portal on your own machine: the REST methods of contact cards, a placement to open applications in, and
controls for tests. Open the address it prints in a browser.";

const MORE: &str = "\
It prints `portal listening on URL`, and with --app-dir or --app-zip `app listening on URL`. Ctrl-C stops it.

Who is who
  webhooks   /rest/1/adm1secret/ (CRM admin)  /rest/5/usr5secret/ (user)  /rest/9/nocrm9/ (no CRM access)
             /rest/1/noscope/ (no scope)
  tokens     tok_admin (user 1)  tok_user5  tok_nocrm (user 9)  tok_noscope  tok_expired  tok_noapp  tok_noconn
             tok_nouser  tok_noaccess

Pages
  /                                            users, cards, requests, faults, and the upload of an application
  /placement?app=URL&placement=CODE&user=N     an application in its iframe; also options=JSON, lang=en, and for a
                                               parent that misbehaves mute=COMMANDS, twice=COMMANDS; without app the
                                               portal's own application, or its installation page
  /contact?user=N                              a contact's card, with the tabs of the application that is bound to it
  /api/v1/                                     a stand-in for the BX24 library

Controls, for pages of this machine, in JSON
  GET PUT     /__portal/rows         [{user, name, common, value}]
  GET PUT     /__portal/faults       [{match, times, then: {status, body, bytes, letters, headers, cors, delayMs,
                                     hang, reset, truncate, error}}]; match is a method with * as wildcard, or refreshAuth;
                                     error is a system error's code
  GET PUT     /__portal/limits       {burst, perSecond, costMs, operatingSeconds, windowSeconds}, or null
  GET PUT     /__portal/conditions   {deleted, overload, plan, noConnection, noApplication, noApplicationAccess,
                                     noContactFamily, time: {integerStart, operating}}
  GET DELETE  /__portal/log          the requests, without tokens and codes
  GET PUT     /__portal/users        [{id, name, lastName, position, admin, settings, crm, active, departments, language}]
  GET PUT     /__portal/departments  [{id, name, parent, head}]
  GET PUT     /__portal/application  {installed, bindings: [{placement, handler, title, description, languages}],
                                     scopes: [crm, user, user_brief, department, placement]}; GET also pages: {hosting,
                                     index, install}
  PUT DELETE  /__portal/application/archive?hosting=portal
                                     the body is the zip archive of an application, which takes the place of the one
                                     before; hosting is portal, with pages opened by GET, or server, with pages at /app/
                                     opened by POST; DELETE uninstalls it";

/// The command line.
#[derive(Parser)]
#[command(name = "portal", about = ABOUT, after_help = MORE)]
struct Arguments {
    /// The port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8024)]
    port: u16,
    /// Serves DIR at /app/ on a second origin, as an application's server does
    #[arg(long, value_name = "DIR")]
    app_dir: Option<PathBuf>,
    /// Installs the application in the archive FILE, as the portal does with one that is uploaded: hosted by the portal itself
    #[arg(long, value_name = "FILE", conflicts_with = "app_dir")]
    app_zip: Option<PathBuf>,
    /// The port of the application's origin
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    app_port: u16,
    /// HTTPS on both origins, with a self-signed certificate
    #[arg(long)]
    tls: bool,
    /// Writes the certificate to FILE, for clients to trust
    #[arg(long, value_name = "FILE", requires = "tls")]
    certificate: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(what_is_wrong) => {
            eprintln!("portal: {what_is_wrong}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    // Before anything is announced: a stop that comes right after must find its handler.
    let stop = stop_signal()?;
    let Arguments { port, app_dir, app_zip, app_port, tls, certificate } = arguments;
    let options = Options { port, app_dir, app_zip, app_port, tls };
    let portal = Portal::start(options).await.map_err(|error| error.to_string())?;
    if let (Some(path), Some(certificate)) = (&certificate, portal.certificate()) {
        std::fs::write(path, certificate)
            .map_err(|error| format!("'{}' cannot be written: {error}", path.display()))?;
    }
    // Whoever started the portal may have stopped reading; it runs all the same.
    let mut output = std::io::stdout();
    let _ = writeln!(output, "portal listening on {}", portal.url());
    if let Some(url) = portal.app_url() {
        let _ = writeln!(output, "app listening on {url}");
    }
    let _ = output.flush();
    stop.await;
    portal.stop().await;
    Ok(())
}

/// Resolves at Ctrl-C, or where the system asks the process to end.
#[cfg(unix)]
fn stop_signal() -> Result<impl Future<Output = ()>, String> {
    use tokio::signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).map_err(|error| format!("signals cannot be received: {error}"));
    let (mut interrupt, mut terminate) = (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Resolves at Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> Result<impl Future<Output = ()>, String> {
    Ok(async {
        // Without a handler the system ends the process itself.
        let _ = tokio::signal::ctrl_c().await;
    })
}
