/** What is kept of who did what with accounts. */
@NullMarked
package city.plaza.identity.audit;

import org.jspecify.annotations.NullMarked;
