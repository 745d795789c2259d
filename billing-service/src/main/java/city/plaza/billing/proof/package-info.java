/** What bills are recognised by elsewhere, without being known there. */
@NullMarked
package city.plaza.billing.proof;

import org.jspecify.annotations.NullMarked;
