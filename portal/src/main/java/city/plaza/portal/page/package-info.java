/**
 * What every page has: frame, errors beside fields, error pages, money and dates in
 * words.
 */
@NullMarked
package city.plaza.portal.page;

import org.jspecify.annotations.NullMarked;
