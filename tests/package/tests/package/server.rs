//! A server that a script of Node is.

use std::ffi::OsStr;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::project::Project;

/// Ends when it is dropped.
pub(crate) struct Server {
    process: Child,
    address: String,
}

impl Server {
    /// Starts it in the project's folder, with a free port for `{port}`, and waits until it answers.
    pub(crate) fn of_node(project: &Project, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::of(project, "node", arguments, variables)
    }

    /// The same with another runtime.
    pub(crate) fn of(
        project: &Project,
        runtime: impl AsRef<OsStr>,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
        let mut command = Command::new(runtime);
        command.args(arguments.iter().map(|argument| argument.replace("{port}", &port)));
        command.current_dir(project.path()).envs(variables.iter().copied()).env("HOST", "127.0.0.1").env("PORT", &port);
        let process = command.stdout(Stdio::null()).spawn().unwrap();
        let server = Self { process, address: format!("http://127.0.0.1:{port}") };
        let start = Instant::now();
        while server.fetch("").is_none() {
            assert!(start.elapsed() < Duration::from_mins(1), "{command:?} does not answer");
            sleep(Duration::from_millis(100));
        }
        server
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    pub(crate) fn get(&self, path: &str) -> String {
        self.fetch(path).unwrap_or_else(|| panic!("no answer for {path}"))
    }

    fn fetch(&self, path: &str) -> Option<String> {
        let script =
            "fetch(process.argv[1]).then((answer) => answer.text()).then((text) => process.stdout.write(text))";
        let output = Command::new("node").args(["--eval", script, &self.url(path)]).output().unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
