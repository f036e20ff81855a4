//! Every snippet this machine can run is run: the server must receive the very request, whatever it holds.

mod cases;
mod echo;

use cases::Case;
use catalogue::core::request::snippet::{Redaction, Target, snippet};
use catalogue::core::request::{Body, Part, PartValue, Request, is_forbidden_in_browsers};
use echo::{Echo, Received, parts};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a snippet is run, and how often: slow starters run fewer requests.
struct Runner {
    target: Target,
    /// A command that succeeds when the snippet can run.
    probe: &'static [&'static str],
    /// Name of the file the snippet is written to, then what runs it.
    file: &'static str,
    command: &'static [&'static str],
    random: usize,
}

const fn runner(
    target: Target,
    probe: &'static [&'static str],
    file: &'static str,
    command: &'static [&'static str],
    random: usize,
) -> Runner {
    Runner { target, probe, file, command, random }
}

const RUNNERS: [Runner; 12] = [
    runner(Target::CurlBash, &["curl", "--version"], "call.sh", &["bash", "call.sh"], 30),
    runner(Target::Wget, &["wget", "--version"], "call.sh", &["bash", "call.sh"], 30),
    runner(Target::Httpie, &["http", "--version"], "call.sh", &["bash", "call.sh"], 3),
    runner(Target::Node, &["node", "--version"], "call.mjs", &["node", "call.mjs"], 12),
    runner(Target::JavaScript, &["node", "--version"], "call.mjs", &["node", "call.mjs"], 3),
    runner(Target::PythonRequests, &["python3", "-c", "import requests"], "call.py", &["python3", "call.py"], 6),
    runner(Target::PythonHttpx, &["python3", "-c", "import httpx"], "call.py", &["python3", "call.py"], 6),
    runner(Target::Php, &["php", "-r", "curl_init();"], "call.php", &["php", "call.php"], 12),
    runner(Target::Ruby, &["ruby", "--version"], "call.rb", &["ruby", "call.rb"], 12),
    runner(Target::Go, &["go", "version"], "call.go", &["go", "run", "call.go"], 1),
    runner(Target::R, &["Rscript", "-e", "library(httr2)"], "call.R", &["Rscript", "call.R"], 1),
    runner(Target::Java, &["java", "--list-modules"], "Call.java", &["java", "-Dfile.encoding=UTF-8", "Call.java"], 1),
];

#[test]
fn snippets_send_the_request() {
    let threads: Vec<_> = RUNNERS.iter().map(|runner| std::thread::spawn(|| run_all(runner))).collect();
    let failures: Vec<String> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    let proven: Vec<_> = RUNNERS.iter().map(|runner| runner.target).collect();
    for target in Target::ALL.into_iter().filter(|target| !proven.contains(target)) {
        println!("not run: {}, which has no runner here", target.label());
    }
}

fn run_all(runner: &Runner) -> Vec<String> {
    let label = runner.target.label();
    let probe = Command::new(runner.probe[0]).args(&runner.probe[1..]).output();
    if !probe.is_ok_and(|output| output.status.success()) {
        println!("skipped: {label}, `{}` is not here", runner.probe.join(" "));
        return Vec::new();
    }
    let started = std::time::Instant::now();
    let echo = Echo::start();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("snippets").join(runner.target.id());
    std::fs::create_dir_all(&folder).unwrap();
    let mut cases = cases::chosen(echo.port);
    cases.extend(cases::random(echo.port, runner.random));
    cases.retain(|case| can_run(runner.target, &case.request));
    let count = cases.len();
    let failures = cases.iter().filter_map(|case| run(runner, case, &echo, &folder).err()).collect();
    println!("run: {label}, {count} requests in {:.1} s", started.elapsed().as_secs_f32());
    failures
}

/// A page reads its files from an input, which Node.js has not.
fn can_run(target: Target, request: &Request) -> bool {
    let has_file = match &request.body {
        Body::Bytes(file) => !file.name.is_empty(),
        Body::Form(parts) => parts.iter().any(|part| matches!(part.value, PartValue::File(_))),
        _ => false,
    };
    target != Target::JavaScript || !has_file
}

fn run(runner: &Runner, case: &Case, echo: &Echo, folder: &Path) -> Result<(), String> {
    let request = &case.request;
    let redaction = if runner.target == Target::JavaScript { Redaction::Shown } else { Redaction::Variables };
    let code = snippet(runner.target, request, redaction);
    if redaction == Redaction::Variables {
        for secret in request.secrets.iter().filter(|secret| secret.value.len() > 1) {
            assert!(!code.contains(&secret.value), "{}: {code}", runner.target.label());
        }
    }
    std::fs::write(folder.join(runner.file), &code).unwrap();
    for (name, bytes) in files(request) {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let mut command = Command::new(runner.command[0]);
    command.args(&runner.command[1..]).current_dir(folder).stdin(Stdio::null());
    command.env("LC_ALL", "C.UTF-8").env("NO_PROXY", "*").env("no_proxy", "*").env("GO111MODULE", "off");
    command.envs(request.secrets.iter().map(|secret| (&secret.variable, &secret.value)));
    let output = command.output().unwrap();
    let said = format!(
        "{} / {}\n{code}\n{}{}",
        runner.target.label(),
        case.name,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let received = echo.take();
    let [received] = received.as_slice() else {
        return Err(format!("{said}\nreceived {} requests", received.len()));
    };
    compare(runner.target, request, received).map_err(|difference| format!("{said}\n{difference}"))
}

fn files(request: &Request) -> Vec<(PathBuf, &[u8])> {
    match &request.body {
        Body::Bytes(file) if !file.name.is_empty() => vec![(PathBuf::from(&file.name), file.bytes.as_slice())],
        Body::Form(parts) => parts
            .iter()
            .filter_map(|part| match &part.value {
                PartValue::File(file) => Some((PathBuf::from(&file.name), file.bytes.as_slice())),
                PartValue::Text(_) => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn compare(target: Target, request: &Request, received: &Received) -> Result<(), String> {
    let check = |what: &str, expect: &[u8], found: &[u8]| {
        let show = |bytes: &[u8]| bytes.escape_ascii().to_string();
        (expect == found)
            .then_some(())
            .ok_or_else(|| format!("{what}\n  expect {}\n  found  {}", show(expect), show(found)))
    };
    check("method", request.method.as_bytes(), received.method.as_bytes())?;
    let path = request.url.splitn(4, '/').nth(3).unwrap_or_default();
    check("target", format!("/{path}").as_bytes(), received.target.as_bytes())?;
    for (name, value) in &request.headers {
        let is_refused = target == Target::JavaScript && is_forbidden_in_browsers(name, value);
        if !is_refused {
            check(name, value.as_bytes(), received.header(name).unwrap_or(b"(absent)"))?;
        }
    }
    match &request.body {
        Body::None => check("body", b"", &received.body),
        Body::Text(text) => check("body", text.as_bytes(), &received.body),
        Body::Bytes(file) => check("body", &file.bytes, &received.body),
        Body::Form(expected) => {
            let found = parts(received);
            if found.len() != expected.len() {
                return Err(format!("{} parts for {}", found.len(), expected.len()));
            }
            for (expect, found) in expected.iter().zip(&found) {
                compare_part(expect, found)
                    .map_err(|what| format!("{what}\n  expect {expect:?}\n  found  {found:?}"))?;
            }
            Ok(())
        }
    }
}

fn compare_part(expect: &Part, found: &echo::ReceivedPart) -> Result<(), &'static str> {
    let (bytes, file_name) = match &expect.value {
        PartValue::Text(text) => (text.as_bytes(), None),
        PartValue::File(file) => (file.bytes.as_slice(), Some(file.name.as_str())),
    };
    let check = |what, is_right: bool| if is_right { Ok(()) } else { Err(what) };
    check("name", found.name == expect.name.replace('"', "%22"))?;
    check("file name", found.file_name.as_deref() == file_name)?;
    // A part without a type is text: some clients say so.
    let is_plain = found.content_type.as_deref().is_none_or(|media| media.starts_with("text/plain"));
    check("type", found.content_type == expect.content_type || (expect.content_type.is_none() && is_plain))?;
    check("headers", found.headers == expect.headers)?;
    check("body", found.body == bytes)
}
