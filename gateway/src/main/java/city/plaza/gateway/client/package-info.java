/** Who is calling: the one address that counts, found through named proxies only. */
@NullMarked
package city.plaza.gateway.client;

import org.jspecify.annotations.NullMarked;
