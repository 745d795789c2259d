/** What the gateway's own pages share. */
@NullMarked
package city.plaza.gateway.page;

import org.jspecify.annotations.NullMarked;
