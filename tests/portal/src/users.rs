//! The people of the portal and its departments. The controls replace them.

use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;

/// A user.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, as the controls name it")]
pub(crate) struct User {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) last_name: String,
    pub(crate) position: String,
    /// Administers the portal: what `BX24.isAdmin()` tells.
    pub(crate) admin: bool,
    /// Has the CRM right "Allow to change settings", as every administrator has, and others may.
    pub(crate) settings: bool,
    /// May read something in CRM.
    pub(crate) crm: bool,
    /// Has not been dismissed.
    pub(crate) active: bool,
    /// The ids of departments.
    pub(crate) departments: Vec<i64>,
    /// The language of the portal's pages, such as `en` or `la`.
    pub(crate) language: String,
}

impl Default for User {
    /// An ordinary user without a name.
    fn default() -> Self {
        Self {
            id: 0,
            name: String::new(),
            last_name: String::new(),
            position: String::new(),
            admin: false,
            settings: false,
            crm: true,
            active: true,
            departments: vec![1],
            language: "en".to_owned(),
        }
    }
}

impl User {
    fn new(id: i64, name: &str, last_name: &str, position: &str, department: i64) -> Self {
        let [name, last_name, position] = [name, last_name, position].map(str::to_owned);
        Self { id, name, last_name, position, departments: vec![department], ..Self::default() }
    }

    pub(crate) fn full_name(&self) -> String {
        format!("{} {}", self.name, self.last_name)
    }

    pub(crate) fn email(&self) -> String {
        format!("{}@portal.example", self.name.to_lowercase())
    }
}

/// A department.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Department {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// None for that of the whole company.
    #[serde(default)]
    pub(crate) parent: Option<i64>,
    /// The id of who leads it.
    #[serde(default)]
    pub(crate) head: Option<i64>,
}

impl Department {
    fn new(id: i64, name: &str, parent: Option<i64>, head: i64) -> Self {
        Self { id, name: name.to_owned(), parent, head: Some(head) }
    }
}

/// Everybody, and how they are organised.
#[derive(Debug)]
pub(crate) struct Company {
    users: Vec<Arc<User>>,
    pub(crate) departments: Vec<Department>,
}

impl Default for Company {
    /// The people whom the recordings know, and some more.
    fn default() -> Self {
        let [sales, support, finance] = [2, 3, 4];
        let users = [
            User { admin: true, settings: true, ..User::new(1, "Anna", "Berg", "CRM administrator", 1) },
            User::new(5, "Boris", "Lind", "Sales manager", sales),
            User::new(6, "Clara", "Novak", "Sales manager", sales),
            User::new(7, "David", "Sommer", "Sales manager", sales),
            User::new(8, "Elena", "Rossi", "Support engineer", support),
            User { crm: false, ..User::new(9, "Felix", "Moreau", "Bookkeeper, without access to CRM", finance) },
            User { settings: true, ..User::new(12, "Grace", "Okafor", "Head of sales", sales) },
        ];
        let departments = vec![
            Department::new(1, "Example Company", None, 1),
            Department::new(sales, "Sales", Some(1), 12),
            Department::new(support, "Support", Some(1), 8),
            Department::new(finance, "Finance", Some(1), 9),
        ];
        Self { users: users.into_iter().map(Arc::new).collect(), departments }
    }
}

impl Company {
    /// Everybody, by id.
    pub(crate) fn users(&self) -> &[Arc<User>] {
        &self.users
    }

    /// The user with this id.
    pub(crate) fn find(&self, id: i64) -> Option<Arc<User>> {
        let index = self.users.binary_search_by_key(&id, |user| user.id).ok()?;
        self.users.get(index).cloned()
    }

    /// Has other users from now on. The error says what is wrong with them, and changes nothing.
    pub(crate) fn replace_users(&mut self, mut users: Vec<User>) -> Result<(), String> {
        check_ids("user", users.iter().map(|user| user.id))?;
        users.sort_by_key(|user| user.id);
        self.users = users.into_iter().map(Arc::new).collect();
        Ok(())
    }

    /// Has other departments from now on. The error says what is wrong with them, and changes nothing.
    pub(crate) fn replace_departments(&mut self, departments: Vec<Department>) -> Result<(), String> {
        check_ids("department", departments.iter().map(|department| department.id))?;
        self.departments = departments;
        Ok(())
    }
}

fn check_ids(of: &str, ids: impl Iterator<Item = i64>) -> Result<(), String> {
    let mut seen = HashSet::new();
    for id in ids {
        if id < 1 || !seen.insert(id) {
            return Err(format!("'{id}' is no {of}'s id, or there twice: give each {of} a positive one"));
        }
    }
    Ok(())
}
