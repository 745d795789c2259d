/**
 * Style sheets and scripts, held in memory under names that change with their content.
 */
@NullMarked
package city.plaza.portal.asset;

import org.jspecify.annotations.NullMarked;
