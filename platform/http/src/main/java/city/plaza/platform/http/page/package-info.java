/** Lists that are read page by page, the same way in every service. */
@NullMarked
package city.plaza.platform.http.page;

import org.jspecify.annotations.NullMarked;
