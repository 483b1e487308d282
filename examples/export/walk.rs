//! Page by page from the list to the file.

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Error, ErrorKind, Page, Pages};

use crate::checkpoint::Checkpoint;
use crate::data_file::DataFile;
use crate::ending::Failure;
use crate::progress::Progress;
use crate::scope::Scope;
use crate::signals::Stop;

/// How it came to an end.
pub(crate) enum End {
    Finished,
    Stopped,
    Failed(Failure),
}

/// What there is after it.
pub(crate) struct Outcome {
    pub(crate) end: End,
    pub(crate) written: Checkpoint,
    /// Whether a later run can go on from here.
    pub(crate) can_resume: bool,
}

pub(crate) struct Walk<'a> {
    file: DataFile,
    written: Checkpoint,
    repository: Option<&'a str>,
    progress: Progress,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(file: DataFile, checkpoint: Checkpoint, scope: &'a Scope) -> Self {
        let progress = Progress::new(!file.can_resume());
        Self { file, written: checkpoint, repository: scope.repository(), progress }
    }

    /// Goes on to the end of the list, a stop, or a failure.
    pub(crate) async fn run(mut self, pages: Pages<Alert>, stop: Stop) -> Outcome {
        let end = self.walk(pages, stop).await.unwrap_or_else(End::Failed);
        self.progress.end();
        let mut can_resume = self.file.can_resume();
        if can_resume && leads_astray(&end) {
            // A later run would not know where this one has been, and would write the same alerts again.
            let _ = self.file.save(&Checkpoint::start(self.written.export.clone()));
            can_resume = false;
        }
        Outcome { end, written: self.written, can_resume }
    }

    async fn walk(&mut self, mut pages: Pages<Alert>, mut stop: Stop) -> Result<End, Failure> {
        loop {
            // Only here, between two pages, is anything heard of a stop.
            let page = tokio::select! {
                biased;
                () = &mut stop => return Ok(End::Stopped),
                page = pages.try_next() => page?,
            };
            let Some(page) = page else {
                self.written.finished = true;
                self.file.save(&self.written)?;
                return Ok(End::Finished);
            };
            let mut next = self.write(page)?;
            next.next = pages.resume();
            if next.next.is_some() {
                self.file.save(&next)?;
            }
            self.written = next;
        }
    }

    /// Writes a page, and gives what counts after it.
    fn write(&mut self, page: Page<Alert>) -> Result<Checkpoint, Failure> {
        let mut next = self.written.clone();
        let export = &next.export;
        let mut lines =
            if next.bytes == 0 { export.format.header(export.include_secrets)? } else { Vec::new() };
        let entries = next.alerts + next.malformed;
        for malformed in &page.malformed {
            let number = entries + (malformed.index() - page.skipped) as u64 + 1;
            let path = malformed.path();
            self.progress.say(&format!("warning: entry {number} of the list cannot be read at `{path}`"));
        }
        next.alerts += page.items.len() as u64;
        next.malformed += page.malformed.len() as u64;
        lines.extend(export.format.lines(page.items, self.repository, export.include_secrets)?);
        if let Err(error) = self.file.write(next.bytes, &lines) {
            // Leaves whole lines if it can; going on does the same.
            let _ = self.file.cut_back(self.written.bytes);
            return Err(error.into());
        }
        next.bytes += lines.len() as u64;
        self.progress.show(next.alerts + next.malformed);
        Ok(next)
    }
}

/// Whether it is the list itself that does not know where it goes on.
fn leads_astray(end: &End) -> bool {
    let End::Failed(failure) = end else {
        return false;
    };
    failure.downcast_ref().map(Error::kind) == Some(ErrorKind::Pagination)
}
