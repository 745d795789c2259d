/** What a customer's bills are recognised by: the second proof of a link. */
@NullMarked
package city.plaza.accountlink.proof;

import org.jspecify.annotations.NullMarked;
