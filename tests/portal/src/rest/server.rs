//! A call from the first check to the answer.

use super::answer::Timing;
use super::auth::{self, Authority};
use super::method::{self, Caller, Method, Run};
use super::{Application, Call, Failure, Page, RestError, Tokens};
use crate::conditions::Conditions;
use crate::control::{Faults, Limits, Log, OperatingUse};
use crate::crm::Rows;
use crate::hosting::Hosted;
use crate::php::{Array, Value, encode};
use crate::users::Company;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime};

/// The state of a portal.
#[derive(Debug, Default)]
pub(crate) struct Server {
    pub(crate) rows: Mutex<Rows>,
    pub(crate) conditions: Mutex<Conditions>,
    pub(crate) limits: Mutex<Limits>,
    pub(crate) faults: Mutex<Faults>,
    pub(crate) log: Mutex<Log>,
    pub(crate) company: Mutex<Company>,
    pub(crate) application: Mutex<Application>,
    pub(crate) hosted: Hosted,
    pub(crate) tokens: Tokens,
}

/// What became of a call.
#[derive(Debug)]
pub(crate) struct Executed {
    /// HTTP status.
    pub(crate) status: u16,
    /// JSON, or the text of a PHP error.
    pub(crate) body: Vec<u8>,
    /// Whether the body is JSON.
    pub(crate) json: bool,
    /// Who called, where that was found out.
    pub(crate) user: Option<i64>,
}

/// What PHP prints where it dies, with the details a portal does not show.
const CRASH: &[u8] = b"<br />\n<b>Fatal error</b>: Uncaught TypeError<br />\n";

/// Locks; a panic elsewhere has not left anything half done.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Server {
    /// A portal whose application is served as `hosted` says.
    pub(crate) fn hosting(hosted: Hosted) -> Self {
        Self { hosted, ..Self::default() }
    }

    /// Runs a call: `PORTAL_DELETED`, the method exists, authorization, the method itself.
    pub(crate) fn execute(&self, call: &Call) -> Executed {
        let start = SystemTime::now();
        let mut user = None;
        let answer = self.begin(call).and_then(|(method, caller)| {
            user = Some(caller.user.id);
            let mut params = call.params.clone();
            auth::strip(&mut params);
            self.run(method, &caller, &params, start)
        });
        let (status, value) = match answer {
            Ok(answer) => (200, answer),
            Err(Failure::Error(error)) => (error.status, error.to_array()),
            Err(Failure::Crash) => return Executed { status: 500, body: CRASH.to_vec(), json: false, user },
        };
        let body = encode(&Value::Array(value)).unwrap_or_else(|_| wrong_encoding());
        Executed { status, body, json: true, user }
    }

    fn begin(&self, call: &Call) -> Result<(Method, Caller), Failure> {
        let conditions = *lock(&self.conditions);
        if conditions.deleted {
            return Err(RestError::known("PORTAL_DELETED").into());
        }
        let method = self.method(&call.method)?;
        let scopes = lock(&self.application).scopes.clone();
        let company = lock(&self.company);
        let authority = Authority { tokens: &self.tokens, company: &company, conditions: &conditions, scopes: &scopes };
        Ok((method, authority.authorize(call, method.scopes)?))
    }

    /// The method with this name, unless the portal has dropped it.
    pub(crate) fn method(&self, name: &str) -> Result<Method, RestError> {
        let dropped =
            lock(&self.conditions).no_contact_family && name.starts_with("crm.contact.details.configuration.");
        method::find(name).filter(|_| !dropped).ok_or_else(|| RestError::known("ERROR_METHOD_NOT_FOUND"))
    }

    /// Runs a method for a caller whose rights to it are known: the operating limit, then the method. The answer has
    /// `result` and `time`.
    pub(crate) fn run(
        &self,
        method: Method,
        caller: &Caller,
        params: &Array,
        start: SystemTime,
    ) -> Result<Array, Failure> {
        // A batch is not metered itself: its commands are.
        let metered = method.name != "batch";
        let use_of = OperatingUse { credential: &caller.credential, method: method.name };
        if metered && lock(&self.limits).is_blocked(use_of, Instant::now()) {
            return Err(RestError::known("OPERATION_TIME_LIMIT").into());
        }
        let began = Instant::now();
        let outcome = match method.run {
            Run::Whole(run) => run(self, caller, params).map(|result| vec![("result", result)]),
            Run::Paged(run) => {
                let Page { items, total, next } = run(self, caller, params);
                let number = |number: usize| Value::from(i64::try_from(number).unwrap_or_default());
                let next = next.map(|next| ("next", number(next)));
                Ok([("result", Value::Array(items)), ("total", number(total))].into_iter().chain(next).collect())
            }
        };
        let (processing, operating) =
            if metered { lock(&self.limits).register(use_of, began, Instant::now()) } else { (began.elapsed(), None) };
        let time = Timing { start, processing, operating }.to_array(lock(&self.conditions).time);
        Ok(outcome?.into_iter().chain([("time", Value::Array(time))]).collect())
    }
}

/// What is sent where an answer cannot be written as JSON; the status stays.
fn wrong_encoding() -> Vec<u8> {
    encode(&Value::Array(RestError::known("WRONG_ENCODING").to_array())).unwrap_or_default()
}
