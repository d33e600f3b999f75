//! The program: what it prints, how it stops, what it says of mistakes.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};

fn portal(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn refused(arguments: &[&str]) -> String {
    let output = portal(arguments).output().unwrap();
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn it_says_where_it_listens_and_stops_when_told() {
    let directory = env!("CARGO_MANIFEST_DIR");
    let mut running = Running(portal(&["--port", "0", "--app-dir", directory]).spawn().unwrap());
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    let portal_line = lines.next().unwrap().unwrap();
    let port = portal_line.strip_prefix("portal listening on http://127.0.0.1:").expect("its address");
    assert!(port.parse::<u16>().unwrap() > 0);
    assert!(lines.next().unwrap().unwrap().starts_with("app listening on http://127.0.0.1:"));

    let taken = refused(&["--port", port]);
    assert_eq!(
        taken,
        format!("portal: port {port} is taken by another program; give another one, or 0 for any free port\n")
    );

    let told = Command::new("kill").arg(running.0.id().to_string()).status().unwrap();
    assert!(told.success());
    assert!(running.0.wait().unwrap().success());
    let mut complaints = String::new();
    running.0.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!(complaints, "");
}

#[test]
fn a_mistake_on_the_command_line_is_named() {
    assert!(refused(&["--prot", "1"]).contains("unexpected argument '--prot'"));
    assert!(refused(&["--port", "x"]).contains("invalid value 'x' for '--port <PORT>'"));
    assert!(refused(&["--port", "65536"]).contains("65536 is not in 0..=65535"));
    assert!(refused(&["--port"]).contains("a value is required for '--port <PORT>'"));
    assert!(refused(&["--certificate", "x"]).contains("required arguments were not provided:\n  --tls"));
    assert!(refused(&["--port=0", "--app-dir=/no/such"]).contains("'/no/such' is not a directory"));
    assert!(refused(&["--port=0", "--app-zip=/no/such"]).contains("'/no/such': "));
    assert!(refused(&["--app-zip=x", "--app-dir=/"]).contains("cannot be used with"));
}

#[test]
fn help_names_every_option_and_control() {
    let output = portal(&["--help"]).output().unwrap();
    assert!(output.status.success());
    let help = String::from_utf8(output.stdout).unwrap();
    for word in [
        "--port",
        "--app-dir",
        "--app-zip",
        "--tls",
        "/__portal/faults",
        "/__portal/application/archive",
        "adm1secret",
        "tok_expired",
        "Ctrl-C",
    ] {
        assert!(help.contains(word), "{word}");
    }
}
