/**
 * The local inbox: accepts every mail over SMTP, keeps it in a file, and shows it on a
 * page.
 */
@NullMarked
package city.plaza.inbox;

import org.jspecify.annotations.NullMarked;
