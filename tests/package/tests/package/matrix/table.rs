//! What the portal, or something on the way to it, does with a reset, and what its caller is told: by the portal's facts,
//! and by what each connection lets be known.

use serde_json::{Value, json};

use crate::lab::{Connection, Time};

/// What a call came to.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Nothing for a success.
    pub(crate) error: Option<Failure>,
    /// The requests that reached the portal; nothing where that is not the package's to say.
    pub(crate) requests: Option<u32>,
    /// Whether the card is gone.
    pub(crate) reset: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) kind: &'static str,
    pub(crate) code: String,
    pub(crate) description: String,
    pub(crate) status: Option<u16>,
    pub(crate) outcome: &'static str,
    pub(crate) retryable: bool,
    pub(crate) attempts: u32,
}

/// Rows about the same.
pub(crate) struct Section {
    pub(crate) title: &'static str,
    pub(crate) rows: Vec<Row>,
}

/// What happens to a call.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// In the words of the documentation.
    pub(crate) happens: String,
    /// What the portal is made to do.
    pub(crate) faults: Value,
    pub(crate) retries: u32,
    /// Milliseconds, of the page's time. All but those that are to pass are more than any machine needs.
    pub(crate) timeout: u32,
    /// Milliseconds after the call in which nothing more may be sent.
    pub(crate) wait: u32,
    /// What the function `refresh` of the connection does.
    pub(crate) refresh: Option<&'static str>,
    /// Whether the library goes on asking.
    pub(crate) lingers: bool,
    /// The pages it is tried in.
    pub(crate) times: &'static [Time],
    /// By fetch, where it can happen there.
    pub(crate) fetch: Option<Told>,
    /// By BX24, where it can happen there.
    pub(crate) bx24: Option<Told>,
    only_oauth: bool,
}

impl Row {
    fn new(happens: impl Into<String>, faults: Value, told: Told) -> Self {
        Self {
            happens: happens.into(),
            faults,
            retries: 1,
            timeout: 200_000,
            wait: 0,
            refresh: None,
            lingers: false,
            times: &[Time::Scaled],
            fetch: Some(told.clone()),
            bx24: Some(told),
            only_oauth: false,
        }
    }

    /// What is told over a connection.
    pub(crate) fn told(&self, connection: Connection) -> Option<Told> {
        match connection {
            Connection::Bx24 => self.bx24.clone(),
            Connection::Webhook if self.only_oauth => None,
            Connection::Webhook | Connection::OAuth => self.fetch.clone(),
        }
    }

    /// The BX24 library keeps the answer to itself: it is asked for by fetch, and what became of the first is not known.
    fn silent(self) -> Self {
        self.over_bx24(|told| {
            let asked = told.error.as_ref().map_or(0, |error| error.attempts.max(2));
            told.sent(asked).in_doubt()
        })
    }

    fn over_bx24(mut self, other: impl FnOnce(Told) -> Told) -> Self {
        self.bx24 = self.bx24.map(other);
        self
    }

    fn by_fetch_only(self) -> Self {
        Self { bx24: None, ..self }
    }

    fn by_bx24_only(self) -> Self {
        Self { fetch: None, ..self }
    }

    fn oauth(self, refresh: &'static str) -> Self {
        Self { refresh: Some(refresh), only_oauth: true, ..self }.by_fetch_only()
    }

    fn retried(self, retries: u32) -> Self {
        Self { retries, ..self }
    }

    fn within(self, timeout: u32) -> Self {
        Self { timeout, ..self }
    }

    fn waiting(self, wait: u32) -> Self {
        Self { wait, ..self }
    }

    /// The timeout is over before the pause in which a limit is forgotten.
    fn too_short_to_wait(self) -> Self {
        self.within(8000).in_real_time()
    }

    /// What the machine does is as long as what is waited for.
    fn in_real_time(self) -> Self {
        Self { times: &[Time::Real], ..self }
    }

    /// In scaled time as well, with the same result.
    fn in_real_time_too(self) -> Self {
        Self { times: &[Time::Scaled, Time::Real], ..self }
    }
}

impl Told {
    fn success(requests: u32, reset: bool) -> Self {
        Self { error: None, requests: Some(requests), reset }
    }

    /// A failure after one request, of which it is known that it did not run, and that asking again cannot help.
    fn failure(kind: &'static str, code: &str, description: &str, status: impl Into<Option<u16>>) -> Self {
        let failure = Failure {
            kind,
            code: code.into(),
            description: description.into(),
            status: status.into(),
            outcome: "unchanged",
            retryable: false,
            attempts: 1,
        };
        Self { error: Some(failure), requests: Some(1), reset: false }
    }

    fn unexpected(description: &str, status: u16) -> Self {
        Self::failure("unexpected-answer", "UNEXPECTED_ANSWER", description, status).in_doubt()
    }

    fn server_failed(status: u16) -> Self {
        Self::failure("unavailable", "SERVER_ERROR", "The portal's server failed.", status).in_doubt().again()
    }

    fn too_many(status: u16) -> Self {
        let text = "The portal takes no more requests now.";
        Self::failure("rate-limit", "TOO_MANY_REQUESTS", text, status).in_doubt().retryable()
    }

    fn no_answer() -> Self {
        let text = "No answer: the network failed, or a server in front of the portal answered without CORS headers.";
        Self::failure("network", "NETWORK", text, None).in_doubt().again()
    }

    fn late() -> Self {
        Self::failure("timeout", "TIMEOUT", "No answer in the time allowed.", None).in_doubt().retryable()
    }

    fn kept(status: impl Into<Option<u16>>, kind: &'static str) -> Self {
        let text = "The BX24 library got an answer that it does not pass on, or none.";
        Self::failure(kind, "BX24_SILENT", text, status).in_doubt().retryable()
    }

    fn with(mut self, change: impl FnOnce(&mut Failure)) -> Self {
        change(self.error.as_mut().expect("a failure"));
        self
    }

    /// The request may have run.
    fn in_doubt(self) -> Self {
        self.with(|failure| failure.outcome = "unknown")
    }

    /// Asking again could help.
    fn retryable(self) -> Self {
        self.with(|failure| failure.retryable = true)
    }

    /// Asking again could help, and was tried.
    fn again(self) -> Self {
        self.retryable().sent(2)
    }

    fn sent(mut self, requests: u32) -> Self {
        self.requests = self.requests.map(|_| requests);
        self.with(|failure| failure.attempts = requests)
    }

    fn but_carried_out(self) -> Self {
        Self { reset: true, ..self }
    }

    /// Browsers repeat what they send, and so does the library: how often is theirs to know.
    fn with_requests_of_others(self) -> Self {
        Self { requests: None, ..self }
    }
}

/// The portal does this with every reset.
fn always(then: &Value) -> Value {
    times(999, then)
}

fn times(times: u32, then: &Value) -> Value {
    json!([{ "match": "*.reset", "times": times, "then": then }])
}

/// Every request is answered with this body.
fn answer(status: u16, body: impl Into<Value>) -> Value {
    always(&json!({ "status": status, "body": body.into() }))
}

fn error(status: u16, code: impl Into<Value>, text: &str) -> Value {
    answer(status, json!({ "error": code.into(), "error_description": text }))
}

/// The whole table. `elsewhere` is another portal's address.
pub(crate) fn sections(elsewhere: &str) -> [Section; 9] {
    [
        ("Success", successes()),
        ("The portal's refusals", refusals()),
        ("Limits", limits()),
        ("Expired tokens", tokens()),
        ("A server that failed", servers()),
        ("JSON that is not what was asked for", answers()),
        ("On the way", transport(elsewhere)),
        ("What the BX24 library keeps to itself", silence()),
        // Last, for the megabytes in it: the local portal makes nothing else beside them.
        ("No JSON of a portal", bodies()),
    ]
    .map(|(title, rows)| Section { title, rows })
}

fn successes() -> Vec<Row> {
    vec![
        Row::new("`{\"result\":true,\"time\":{…}}`", json!([]), Told::success(1, true)),
        Row::new("the same without `time`", answer(200, json!({ "result": true })), Told::success(1, false)),
        Row::new(
            "the same with a `time` that is none",
            answer(200, json!({ "result": true, "time": [5] })),
            Told::success(1, false),
        ),
    ]
}

/// JSON that is not what the method promises.
fn answers() -> Vec<Row> {
    const NOT_TRUE: &str = "The answer is not true.";
    const NEITHER: &str = "The answer is neither a result nor an error.";
    let mut rows = Vec::new();
    for result in [json!("yes"), json!(1), json!(false), json!({}), json!([]), json!(null)] {
        let happens = format!("`{}`", json!({ "result": result }));
        rows.push(Row::new(happens, answer(200, json!({ "result": result })), Told::unexpected(NOT_TRUE, 200)));
    }
    for text in ["{}", "true", "5", "\"text\"", "[true]"] {
        rows.push(Row::new(format!("`{text}`"), answer(200, text), Told::unexpected(NEITHER, 200)));
    }
    rows.push(Row::new("`null`", answer(200, "null"), Told::unexpected(NEITHER, 200)).silent());
    let text = "The answer is a result with the status of an error.";
    rows.push(Row::new(
        "`true` with the status of an error",
        answer(400, json!({ "result": true })),
        Told::unexpected(text, 400),
    ));
    rows.push(Row::new(
        "`true` from a server that failed",
        answer(500, json!({ "result": true })),
        Told::server_failed(500),
    ));
    rows
}

/// Errors in the portal's words: the code, the statuses that portals and documentation give it, the text.
#[rustfmt::skip]
const CODES: [(&str, &str, &[u16], &str); 30] = [
    ("access-denied", "", &[400, 200], "Access denied."),
    ("rejected", "", &[400], "There are no data to write."),
    ("auth", "NO_AUTH_FOUND", &[401], "Wrong authorization data"),
    ("rejected", "INVALID_REQUEST", &[401, 400], "Https required."),
    ("unavailable", "OVERLOAD_LIMIT", &[401, 503], "REST API is blocked due to overload."),
    ("unavailable", "ACCESS_DENIED", &[401, 403], "REST is available only on commercial plans."),
    ("unavailable", "ACCESS_DENIED", &[401, 403], "REST is available only by subscription."),
    ("access-denied", "ACCESS_DENIED", &[403], "Access denied! Administrator authority required"),
    ("auth", "INVALID_CREDENTIALS", &[401, 403], "Invalid request credentials"),
    ("rejected", "ERROR_MANIFEST_IS_NOT_AVAILABLE", &[404], "Manifest is not available"),
    ("auth", "insufficient_scope", &[401, 403], "The request requires higher privileges than provided by the access token"),
    ("auth", "user_access_error", &[401, 403], "The user does not have access to the application."),
    ("unavailable", "PORTAL_DELETED", &[403, 500], "Portal was deleted"),
    ("auth", "invalid_token", &[401], "Unable to get application by token"),
    ("auth", "APPLICATION_NOT_FOUND", &[401], "Application not found"),
    ("auth", "authorization_error", &[401], "Unable to authorize user"),
    ("auth", "WRONG_AUTH_TYPE", &[403], "Current authorization type is denied for this method"),
    ("unavailable", "WRONG_LICENSE", &[403], "Current license is denied for this method"),
    ("unavailable", "FEATURE_NOT_AVAILABLE_ON_CURRENT_PLAN", &[403], "The feature is not available on the current plan"),
    ("auth", "METHOD_CONFIRM_WAITING", &[401], "Waiting for confirmation"),
    ("auth", "METHOD_CONFIRM_DENIED", &[403], "Method call denied"),
    ("rejected", "ERROR_CORE", &[400], "Internal error"),
    ("rejected", "ERROR_ARGUMENT", &[400], "Invalid argument"),
    ("rejected", "ERROR_BATCH_METHOD_NOT_ALLOWED", &[405, 200], "Method is not allowed for batch usage"),
    ("rejected", "ERROR_BATCH_LENGTH_EXCEEDED", &[400, 200], "Max batch length exceeded"),
    ("rejected", "WRONG_ENCODING", &[200], "Wrong request encoding"),
    ("rejected", "NEVER_SEEN_BEFORE", &[400, 404], "Что-то пошло не так"),
    ("auth", "NEVER_SEEN_BEFORE", &[401], "Что-то пошло не так"),
    ("access-denied", "NEVER_SEEN_BEFORE", &[403], "Что-то пошло не так"),
    ("rejected", "QUERY_limit_EXCEEDED", &[400], "Codes are case-sensitive"),
];

fn says(text: &str) -> String {
    format!("“{text}”")
}

fn refusals() -> Vec<Row> {
    let mut rows = Vec::new();
    for (kind, code, statuses, text) in CODES {
        for &status in statuses {
            let row = Row::new(says(text), error(status, code, text), Told::failure(kind, code, text, status));
            rows.push(match code {
                // The library's token is renewed once.
                "invalid_token" => row.over_bx24(|told| told.sent(2)),
                _ if status >= 500 => row.silent(),
                _ => row,
            });
        }
    }
    let text = "Error connecting to authorization server";
    let told = Told::failure("unavailable", "CONNECTION_ERROR", text, 401).again();
    rows.push(Row::new(says(text), error(401, "CONNECTION_ERROR", text), told));
    // Asked for as one of contacts, then as one of items.
    let text = "Method not found!";
    let told = Told::failure("rejected", "ERROR_METHOD_NOT_FOUND", text, 404).sent(2);
    rows.push(Row::new(says(text), error(404, "ERROR_METHOD_NOT_FOUND", text), told));

    let text = "Something";
    let told = |code| Told::failure("rejected", code, text, 400);
    rows.push(Row::new("the number 100 for a code", error(400, 100, text), told("100")));
    rows.push(Row::new("`null` for a code", error(400, json!(null), text), told("")));
    rows.push(
        Row::new("an object for a code", error(400, json!({ "error": "X" }), text), told(""))
            .over_bx24(|told| told.with(|failure| failure.code = "X".into())),
    );
    let both = json!({ "result": true, "error": "", "error_description": "Access denied." });
    let told = Told::failure("access-denied", "", "Access denied.", 200);
    rows.push(Row::new("an error beside the result `true`", answer(200, both), told));
    rows
}

/// Answers that are no JSON of a portal.
fn bodies() -> Vec<Row> {
    const EMPTY: &str = "The answer is empty.";
    const NOT_JSON: &str = "The answer is not the JSON of a portal.";
    const NOT_TRUE: &str = "The answer is not true.";
    const HTML: &str = "<html>Sorry</html>";
    let mut rows = vec![
        // The library makes `{}` of nothing.
        Row::new("an empty body", answer(200, ""), Told::unexpected(EMPTY, 200))
            .over_bx24(|_| Told::unexpected(NOT_TRUE, 200)),
        Row::new("an empty body", answer(400, ""), Told::unexpected(EMPTY, 400))
            .over_bx24(|_| Told::unexpected("The answer is a result with the status of an error.", 400)),
        Row::new("a blank body", answer(200, " \n"), Told::unexpected(EMPTY, 200)).silent(),
    ];
    for status in [200, 401, 403, 404] {
        rows.push(Row::new("an HTML page", answer(status, HTML), Told::unexpected(NOT_JSON, status)).silent());
    }
    for status in [500, 502, 504] {
        rows.push(Row::new("an HTML page", answer(status, HTML), Told::server_failed(status)));
    }
    rows.push(Row::new("an HTML page", answer(503, HTML), Told::too_many(503).sent(2)));
    rows.push(Row::new("an HTML page", answer(429, HTML), Told::too_many(429)).silent().too_short_to_wait());
    let told = Told::unexpected(NOT_JSON, 200);
    rows.push(Row::new("JSON that breaks off", answer(200, r#"{"result":tru"#), told.clone()).silent());
    rows.push(
        Row::new("bytes that are no UTF-8", always(&json!({ "status": 200, "bytes": [0xC3, 0x28, 0xFF] })), told)
            .silent(),
    );
    let inside: Vec<u8> = [br#"{"result":""#.as_slice(), &[0xC3, 0x28, 0xFF], br#""}"#].concat();
    rows.push(Row::new(
        "bytes that are no UTF-8, in a text of JSON",
        always(&json!({ "status": 200, "bytes": inside })),
        Told::unexpected(NOT_TRUE, 200),
    ));
    let long = always(&json!({ "letters": 20_000_000 }));
    rows.push(Row::new("20 MB of JSON", long, Told::unexpected(NOT_JSON, 200)).in_real_time());
    rows
}

fn limits() -> Vec<Row> {
    const BUSY: &str = "Too many requests";
    const BLOCKED: &str = "Method is blocked due to operation time limit.";
    let busy = json!({ "status": 503, "body": { "error": "QUERY_LIMIT_EXCEEDED", "error_description": BUSY } });
    let told = Told::failure("rate-limit", "QUERY_LIMIT_EXCEEDED", BUSY, 503).again();
    // The portal's clock shows another year than the page's.
    let blocked = |status: u16, seconds: f64| {
        let time = json!({ "finish": 1_000_000_000.5, "operating_reset_at": 1_000_000_000.5 + seconds });
        let body = json!({ "error": "OPERATION_TIME_LIMIT", "error_description": BLOCKED, "time": time });
        json!({ "status": status, "body": body })
    };
    let used_up = |status| Told::failure("rate-limit", "OPERATION_TIME_LIMIT", BLOCKED, status).retryable();
    vec![
        Row::new(format!("“{BUSY}”, once"), times(1, &busy), Told::success(2, true)).in_real_time_too(),
        Row::new(format!("“{BUSY}”, twice, with `retries: 2`"), times(2, &busy), Told::success(3, true)).retried(2),
        Row::new(says(BUSY), always(&busy), told.clone()).silent().in_real_time_too(),
        Row::new(format!("“{BUSY}”, with `retries: 3`"), always(&busy), told.sent(4)).silent().retried(3),
        // A portal that lets go when it is too late, or does not say when: to wait would be in vain.
        Row::new(says(BLOCKED), error(429, "OPERATION_TIME_LIMIT", BLOCKED), used_up(429)).too_short_to_wait(),
        Row::new(says(BLOCKED), error(200, "OPERATION_TIME_LIMIT", BLOCKED), used_up(200)).too_short_to_wait(),
        Row::new("the same with an `operating_reset_at` after the timeout", always(&blocked(429, 600.0)), used_up(429)),
        Row::new(
            "the same with an `operating_reset_at` before it, once",
            times(1, &blocked(429, 1.0)),
            Told::success(2, true),
        )
        .in_real_time_too(),
    ]
}

fn servers() -> Vec<Row> {
    let failed = |status, code: &str, text| {
        Row::new(
            says(text),
            error(status, code, text),
            Told::failure("unavailable", code, text, status).in_doubt().again(),
        )
    };
    vec![
        failed(500, "INTERNAL_SERVER_ERROR", "Internal server error"),
        failed(500, "ERROR_UNEXPECTED_ANSWER", "Server returned an unexpected response"),
        failed(500, "ERROR_CORE", "Internal error"),
        failed(500, "NEVER_SEEN_BEFORE", "Что-то пошло не так"),
        Row::new(
            "an HTML page with status 500, once",
            times(1, &json!({ "status": 500, "body": "<html>" })),
            Told::success(2, true),
        )
        .in_real_time_too(),
        Row::new("an HTML page, with `retries: 9`", answer(502, "<html>"), Told::server_failed(502).sent(3)).retried(9),
    ]
}

fn tokens() -> Vec<Row> {
    const TEXT: &str = "The access token provided has expired";
    let once = times(1, &json!({ "error": "expired_token" }));
    let expired = Told::failure("auth", "expired_token", TEXT, 401);
    let failed = Told::failure("auth", "REFRESH_FAILED", "The access token expired, and refresh() failed.", None);
    let gave_none = Told::failure("auth", "REFRESH_FAILED", "The access token expired, and refresh() gave none.", None);
    let hangs = Told::late().with(|failure| failure.outcome = "unchanged");
    let happens = |refresh: &str| format!("expired_token, and {refresh}");
    let for_ever = Row::new(
        happens("`refresh` gives another, which has expired as well"),
        error(401, "expired_token", TEXT),
        expired.clone().sent(2),
    );
    let unrenewed = |mut faults: Value| {
        let no_renewal = json!({ "match": "refreshAuth", "times": 9, "then": { "status": 503 } });
        faults.as_array_mut().expect("a list").push(no_renewal);
        faults
    };
    // The library sends it again whenever its token is renewed, so that nothing else is sent meanwhile.
    let unheard = unrenewed(once.clone());
    let lost = Row::new("expired_token, once, and the library cannot renew it", unheard, Told::late())
        .by_bx24_only()
        .within(20_000);
    let never = unrenewed(error(401, "expired_token", TEXT));
    vec![
        Row::new(happens("there is no `refresh`"), error(401, "expired_token", TEXT), expired).by_fetch_only(),
        Row::new(happens("`refresh` gives another"), once.clone(), Told::success(2, true)).oauth("renews"),
        for_ever.clone().oauth("renews"),
        Row::new(happens("`refresh` rejects"), once.clone(), failed.clone()).oauth("fails"),
        Row::new(happens("`refresh` throws"), once.clone(), failed).oauth("throws"),
        Row::new(happens("`refresh` gives `''`"), once.clone(), gave_none.clone()).oauth("empty"),
        Row::new(happens("`refresh` gives an object"), once.clone(), gave_none).oauth("garbage"),
        Row::new(happens("`refresh` hangs"), once.clone(), hangs).oauth("hangs").within(40_000),
        Row::new(happens("the library renews it"), once, Told::success(2, true)).by_bx24_only().in_real_time(),
        lost,
        Row::new(happens("the library cannot renew it"), never, Told::late()).by_bx24_only().within(20_000),
        // The library goes on for ever.
        Row { lingers: true, happens: happens("the library renews it, which has expired as well"), ..for_ever }
            .by_bx24_only()
            .over_bx24(|_| Told::late().with_requests_of_others())
            .within(2000)
            .in_real_time(),
    ]
}

fn transport(elsewhere: &str) -> Vec<Row> {
    let moved = |status: u16| {
        let to = format!("{elsewhere}/rest/crm.contact.details.configuration.reset");
        let then = json!({ "status": status, "headers": { "location": to }, "body": "" });
        let text = "The answer is a redirect, which is not followed: is the address still the portal's?";
        Row::new(
            format!("a redirect to another origin, {status}"),
            always(&then),
            Told::failure("unexpected-answer", "REDIRECTED", text, None).in_doubt(),
        )
    };
    let late = json!({ "delayMs": 2500 });
    vec![
        // By itself or by its browser it is sent again.
        Row::new("a reset connection, once", times(1, &json!({ "reset": true })), Told::success(2, true)),
        Row::new("reset connections", always(&json!({ "reset": true })), Told::no_answer().with_requests_of_others()),
        Row::new("an answer cut short, once", times(1, &json!({ "truncate": 20 })), Told::success(2, true)),
        Row::new("answers cut short", always(&json!({ "truncate": 20 })), Told::no_answer().but_carried_out()),
        Row::new(
            "an answer without CORS headers",
            always(&json!({ "status": 503, "body": "<html>", "cors": false })),
            Told::no_answer(),
        ),
        moved(302).by_fetch_only(),
        moved(307).by_fetch_only(),
        Row::new("an answer after the timeout", times(1, &late), Told::late().but_carried_out())
            .within(400)
            .waiting(3000)
            .in_real_time(),
        Row::new("no answer", always(&json!({ "hang": true })), Told::late()).within(400).waiting(600).in_real_time(),
    ]
}

/// A lost response is noticed at once, and a call that is not retried ends with it; a busy machine takes its time.
const NOTICED_WITHIN: u32 = 8000;

/// What the library keeps to itself, when it must not be asked for again.
fn silence() -> Vec<Row> {
    let kept = |happens: &str, faults, told| {
        Row::new(format!("{happens}, with `retries: 0`"), faults, told)
            .by_bx24_only()
            .retried(0)
            .within(NOTICED_WITHIN)
            .in_real_time()
    };
    let page = |status| answer(status, "<html>Sorry</html>");
    vec![
        kept("an HTML page", page(502), Told::kept(502, "unavailable")),
        kept("an HTML page", page(503), Told::kept(503, "rate-limit")),
        kept("an HTML page", page(200), Told::kept(200, "unexpected-answer")),
        kept(
            "an answer without CORS headers",
            always(&json!({ "status": 503, "body": "<html>", "cors": false })),
            Told::kept(None, "network"),
        ),
        kept(
            "a reset connection",
            always(&json!({ "reset": true })),
            Told::kept(None, "network").with_requests_of_others(),
        ),
    ]
}
