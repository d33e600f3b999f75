//! The local Bitrix24 portal as a program: see `--help`.

use portal::{Options, Portal};
use std::io::Write as _;
use std::process::ExitCode;

const HELP: &str = "\
A Bitrix24 portal on your own machine: the REST methods of contact cards, a placement to open applications in, and
controls for tests. Open the address it prints in a browser.

usage: portal [options]

  --port PORT        the port on 127.0.0.1; 0 takes any free one (default 8024)
  --app-dir DIR      serve DIR at /app/ on a second origin, as an application's server does
  --app-port PORT    the port of that origin (default 0)
  --tls              HTTPS on both origins, with a self-signed certificate
  --certificate FILE with --tls: write the certificate to FILE, for clients to trust
  --help             this text

It prints `portal listening on URL`, and with --app-dir `app listening on URL`. Ctrl-C stops it.

Who is who
  webhooks   /rest/1/adm1secret/ (CRM admin)  /rest/5/usr5secret/ (user)  /rest/9/nocrm9/ (no CRM access)
             /rest/1/noscope/ (no scope)
  tokens     tok_admin (user 1)  tok_user5  tok_nocrm (user 9)  tok_noscope  tok_expired  tok_noapp  tok_noconn
             tok_nouser  tok_noaccess

Pages
  /                                            users, cards, requests, faults
  /placement?app=URL&placement=CODE&user=N     an application in its iframe; also options=JSON, lang=en, and for a
                                               parent that misbehaves mute=COMMANDS, twice=COMMANDS
  /api/v1/                                     a stand-in for the BX24 library

Controls, for any origin, in JSON
  GET PUT     /__portal/rows         [{user, name, common, value}]
  GET PUT     /__portal/faults       [{match, times, then: {status, body, headers, cors, delayMs, hang, reset,
                                     truncate, error}}]; match is a method with * as wildcard, or refreshAuth;
                                     error is a system error's code
  GET PUT     /__portal/limits       {burst, perSecond, costMs, operatingSeconds, windowSeconds}, or null
  GET PUT     /__portal/conditions   {deleted, overload, plan, noConnection, noApplication, noApplicationAccess,
                                     noContactFamily, time: {integerStart, operating}}
  GET DELETE  /__portal/log          the requests
  GET         /__portal/users        the users
";

const DEFAULT_PORT: u16 = 8024;

struct Arguments {
    options: Options,
    certificate: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match parse(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(what_is_wrong) => return fail(&format!("{what_is_wrong}; see --help")),
    };
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(what_is_wrong) => fail(&what_is_wrong),
    }
}

fn fail(what_is_wrong: &str) -> ExitCode {
    eprintln!("portal: {what_is_wrong}");
    ExitCode::FAILURE
}

/// None where help is asked for.
fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut parsed = Arguments { options: Options { port: DEFAULT_PORT, ..Options::default() }, certificate: None };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let (name, inline) = match argument.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        let mut value =
            || inline.clone().or_else(|| arguments.next()).ok_or_else(|| format!("'{name}' needs a value after it"));
        match name.as_str() {
            "--help" | "-h" => return Ok(None),
            "--port" => parsed.options.port = port(&name, &value()?)?,
            "--app-port" => parsed.options.app_port = port(&name, &value()?)?,
            "--app-dir" => parsed.options.app_dir = Some(value()?.into()),
            "--certificate" => parsed.certificate = Some(value()?),
            "--tls" => parsed.options.tls = true,
            _ => return Err(format!("unknown argument '{name}'")),
        }
    }
    if parsed.certificate.is_some() && !parsed.options.tls {
        return Err("'--certificate' needs --tls".to_owned());
    }
    Ok(Some(parsed))
}

fn port(name: &str, value: &str) -> Result<u16, String> {
    value.parse().map_err(|_| format!("'{name}' is '{value}': give a number from 0 to 65535"))
}

async fn run(arguments: Arguments) -> Result<(), String> {
    // Before anything is announced: a stop that comes right after must find its handler.
    let stop = stop_signal()?;
    let portal = Portal::start(arguments.options).await.map_err(|error| error.to_string())?;
    if let (Some(path), Some(certificate)) = (&arguments.certificate, portal.certificate()) {
        std::fs::write(path, certificate).map_err(|error| format!("'{path}' cannot be written: {error}"))?;
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
