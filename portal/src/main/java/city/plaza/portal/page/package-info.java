/**
 * What every page has: its frame, error pages, redirects, and money and dates as text.
 */
@NullMarked
package city.plaza.portal.page;

import org.jspecify.annotations.NullMarked;
