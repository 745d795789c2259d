package city.plaza.billing.finance;

import java.nio.file.Path;

/**
 * A file that was uploaded to be imported.
 *
 * @param fileName as the client named it; a label, never a path of ours
 * @param file where its content lies until the import is over
 */
record Upload(ImportKind kind, String fileName, boolean dryRun, Path file) {
}
