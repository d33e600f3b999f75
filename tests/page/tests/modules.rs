//! What the modules of the application's page promise, each by itself.

use crate::support::{Stage, error_kinds};
use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    backups_outlast_the_page_and_are_their_owners;
    awaited what_is_kept_again_is_there_once,
    awaited a_backup_is_told_from_whatever_else_lies_there,
    awaited the_library_of_this_machine_is_for_pages_of_this_machine,
    awaited every_kind_of_error_has_its_cause,
    awaited differences_are_found,
);

async fn backups_outlast_the_page_and_are_their_owners(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    browser.goto(&stage.page_address()).await?;
    browser
        .run_async(&format!("{BACKUPS} await of(5).add([{{ backup, name: 'Boris' }}, {{ backup }}], 'reset')"), vec![])
        .await?;
    browser.goto(&stage.page_address()).await?;
    let body = "
        const mine = of(5), sameTab = of(5), told = new Promise((told) => { sameTab.onchange = told });
        const [first, second] = await mine.list();
        // Each page adds at the same time.
        await Promise.all([mine.add([{ backup }], 'hand'), sameTab.add([{ backup: { ...backup, sections: [] } }], 'hand')]);
        await told;
        const whys = (await mine.list()).map(({ why }) => why);
        await mine.remove([first.id]);
        const counts = [mine, of(6), new Backups(async () => 'https://other.example 5')];
        return [first.name, second.name, first.at === second.at, whys, mine.isLasting,
            await Promise.all(counts.map(async (backups) => (await backups.list()).length))];";
    let expected = json!(["Boris", "", true, ["hand", "hand", "reset", "reset"], true, [3, 0, 0]]);
    let found = browser.run_async(&format!("{BACKUPS} {body}"), vec![]).await?;
    let (names, rest) = found.as_array().expect("a list").split_at(2);
    assert!(names.contains(&json!("Boris")) && names.contains(&json!("")), "{names:?}");
    assert_eq!(json!(rest), json!(expected.as_array().expect("a list")[2..]));

    // Where nobody knows who is signed in, or the browser has no room, they are kept all the same, and stored once they can be.
    let body = "
        let owner = Promise.reject(new Error('unknown'));
        const nobodys = new Backups(() => owner);
        await nobodys.add([{ backup }], 'reset');
        const untold = [(await nobodys.list()).length, nobodys.isLasting];
        owner = Promise.resolve(`${portal} 8`);
        const told = [(await nobodys.list()).length, nobodys.isLasting, (await of(8).list()).length];
        IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError') };
        const full = of(7);
        const [{ id }] = await full.add([{ backup }], 'reset');
        const kept = [(await full.list()).length, full.isLasting, (await of(7).list()).length];
        await full.remove([id]);
        return [untold, told, kept, (await full.list()).length]";
    let found = browser.run_async(&format!("{BACKUPS} {body}"), vec![]).await?;
    assert_eq!(found, json!([[1, false], [1, true, 1], [1, false, 0], 0]));
    Ok(())
}

async fn what_is_kept_again_is_there_once() -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    stage.browser.goto(&stage.page_address()).await?;
    // What is kept is written `day why user:view user:view`.
    let body = "const keep = async (lines) => {
            const backups = of(lines.join());
            for (const line of lines) {
                const [day, why, ...views] = line.split(' ');
                const kept = views.map((view) => view.split(':')).map(([userId, title]) =>
                    ({ backup: { ...backup, userId: Number(userId), sections: title ? [{ ...sections[0], title }] : null } }));
                const [entry] = await backups.add(kept, why, `2026-11-0${day}T10:00:00Z`);
                await backups.forgetRepeated(entry);
            }
            const days = (await backups.list()).map(({ at }) => Number(at.slice(9, 10)));
            return [...new Set(days)].sort();
        };
        return await Promise.all(arguments[0].map(keep))";
    let cases = json!([
        ["1 reset 5:a 6:b", "2 reset 5:a 6:b"],
        ["1 reset 5:a", "2 reset 5:a 6:b", "3 reset 5:a 6:b 7:c"],
        ["1 reset 5:a 6:b", "2 reset 5:a"],
        ["1 reset 5:a", "2 reset 5:b", "3 reset 5:a"],
        ["1 reset 5:a", "2 replaced 5:b", "3 reset 5:a"],
        ["1 reset 5:a", "2 everyone 5:a"],
        ["1 hand 5:a", "2 hand 5:a", "3 hand 5:"],
        ["2 reset 5:a", "1 reset 5:a"],
    ]);
    let expected = json!([[2], [3], [1, 2], [1, 2, 3], [1, 2, 3], [1, 2], [2, 3], [1, 2]]);
    let found = stage.browser.run_async(&format!("{BACKUPS} {body}"), vec![cases]).await?;
    assert_eq!(found, expected);

    // A backup takes the place of an earlier one only where it stays.
    let body = "const { overwrite } = await import(new URL('src/model/overwriting.js', location.href));
        const backups = of(9), ids = [];
        for (const outcome of ['unknown', 'unchanged', 'unknown', 'done']) {
            await overwrite(backups, { seen: backup, why: 'reset' }, async () => {
                if (outcome !== 'done') throw { outcome };
                return { backup };
            });
            ids.push((await backups.list()).map(({ id }) => id).join());
            // The next one has a later date.
            await new Promise((later) => setTimeout(later, 5));
        }
        return ids.map((id, index) => [id.split(',').length, id === ids[index - 1]])";
    let found = stage.browser.run_async(&format!("{BACKUPS} {body}"), vec![]).await?;
    assert_eq!(found, json!([[1, false], [1, true], [1, false], [1, false]]));
    Ok(())
}

/// What makes backups of the user of a portal.
const BACKUPS: &str = "const { Backups } = await import(new URL('src/model/backups.js', location.href));
    const portal = 'https://portal.example';
    const sections = [{ name: 'main', title: 'About', elements: [{ name: 'NAME' }] }];
    const backup = { version: 1, portal, scope: 'P', takenAt: '2026-11-26T10:00:00Z', sections };
    const of = (id) => new Backups(async () => `${portal} ${id}`);";

async fn a_backup_is_told_from_whatever_else_lies_there() -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let body = "const { isBackup } = await import(new URL('src/model/backups.js', location.href));
        const good = [backup, { ...backup, sections: null }, { ...backup, userId: 6 }, { ...backup, scope: 'C' }];
        return [good, [
            { ...backup, version: 2 }, { ...backup, portal: undefined }, { ...backup, scope: 'c' }, { ...backup, userId: '6' },
            { ...backup, scope: 'C', userId: 6 }, { ...backup, sections: [null] }, { ...backup, sections: 'x' },
            { ...backup, takenAt: 'x' }, { ...backup, sections: [{ ...sections[0], elements: [{ name: 5 }] }] }, [], 'text', 5, null,
        ]].map((list) => list.map(isBackup))";
    let found = stage.browser.run_async(&format!("{BACKUPS} {body}"), vec![]).await?;
    assert_eq!(found, json!([vec![true; 4], vec![false; 13]]));
    Ok(())
}

async fn the_library_of_this_machine_is_for_pages_of_this_machine() -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let body = "const { libraryAddress } = await import(new URL('src/portal.js', location.href));
        const pages = ['127.0.0.1:8025', 'localhost', 'app.example'], portals = ['localhost:8024', 'portal.bitrix24.com'];
        return pages.map((page) => portals.map((portal) => libraryAddress(portal, '0', page)))";
    let public = "https://api.bitrix24.com/api/v1/";
    let local = "http://localhost:8024/api/v1/";
    let expected = json!([[local, public], [local, public], [public, public]]);
    assert_eq!(stage.browser.run_async(body, vec![]).await?, expected);
    Ok(())
}

async fn every_kind_of_error_has_its_cause() -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let kinds = error_kinds();
    assert!(kinds.len() >= 12, "the package's types name its kinds: {kinds:?}");
    let body = "const { causeOf } = await import(new URL('src/model/problem.js', location.href));
                return arguments[0].map(kind => causeOf({ kind }))";
    let causes = stage.browser.run_async(body, vec![json!(kinds)]).await?;
    let causes: Vec<&str> = causes.as_array().into_iter().flatten().filter_map(Value::as_str).collect();

    // Both are faults of the page or the package: a person can do nothing but report them.
    let faults = ["invalid-argument", "internal"];
    for (kind, cause) in kinds.iter().zip(&causes) {
        assert_eq!(*cause == "cause-fault", faults.contains(&kind.as_str()), "{kind} has {cause:?}");
        let alike = causes.iter().filter(|other| *other == cause).count();
        assert!(alike == 1 || *cause == "cause-fault", "{alike} kinds have {cause:?}");
    }

    // Only what the portal said is called its words.
    let body = "const { detailsOf } = await import(new URL('src/model/problem.js', location.href));
        const said = (error) => detailsOf({ kind: 'x', description: 'said', ...error }).said;
        return [{ code: '', status: 400 }, { code: 'ERROR_CORE', status: 400 }, { code: 'SERVER_ERROR', status: 502 },
            { code: 'TOO_MANY_REQUESTS', status: 503 }, { code: 'UNEXPECTED_ANSWER', status: 200 },
            { code: 'REFRESH_FAILED', status: 401 }, { code: 'TIMEOUT' }, { code: 'INVALID_BACKUP' },
            { kind: 'rejected', code: 'ERROR_CORE' }, { kind: 'unavailable', code: 'SERVER_ERROR' }].map(said)";
    let expected = json!(["said", "said", "", "", "", "", "", "", "said", ""]);
    assert_eq!(stage.browser.run_async(body, vec![]).await?, expected);
    Ok(())
}

async fn differences_are_found() -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    stage.browser.goto(&stage.page_address()).await?;
    // A layout is written `section:field,field section:field`, with `!` after what has another title or is set up otherwise, and `?` after
    // what is set up the same in other words.
    let body = "const { differences, isSame } = await import(new URL('src/model/differences.js', location.href));
        const layout = (text) => text.split(' ').filter(Boolean).map((part) => {
            const [section, fields] = part.split(':');
            const settings = { '!': { optionFlags: 1 }, '?': { optionFlags: '0', options: [] } };
            const element = (field) => ({ name: field.replace(/[!?]/, ''), ...settings[field.at(-1)] });
            return { name: section.replace('!', ''), title: section, elements: fields.split(',').filter(Boolean).map(element) };
        });
        const told = (mark) => mark ? ` ${mark}` : '';
        return arguments[0].map(([before, after]) => {
            const found = differences(layout(before), layout(after));
            const marked = found.sections.flatMap(({ section, mark, fields }) => [section.name + told(mark),
                ...fields.map(({ field, mark }) => field.name + told(mark))]);
            return [marked.filter((text) => text.includes(' ')), found.missing.map(({ name }) => name), isSame(found)];
        })";
    let cases = json!([
        ["s:a,b t:c", "s:a,b t:c"],
        ["", ""],
        ["s:a", ""],
        ["", "s:a"],
        ["s:a,b,c", "s:c,a,b"],
        ["s:a t:b", "t:b s:a"],
        ["s:a,b t:c", "s:a t:b,c"],
        ["s:a", "t:a"],
        ["__proto__:constructor", "__proto__:constructor,__proto__"],
        ["s:a,b", "s!:a!,b"],
        ["s:a,b!", "s:b,a?"],
        ["s:a", "s:a?"],
    ]);
    let expected = json!([
        [[], [], true],
        [[], [], true],
        [[], ["a"], false],
        [["s added", "a added"], [], false],
        [["c moved"], [], false],
        [["t moved"], [], false],
        [["b moved"], [], false],
        [["t added", "a moved"], [], false],
        [["__proto__ added"], [], false],
        [["s changed", "a changed"], [], false],
        [["b moved"], [], false],
        [[], [], true],
    ]);
    assert_eq!(stage.browser.run_async(body, vec![cases]).await?, expected);
    Ok(())
}
