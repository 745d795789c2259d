package city.plaza.portal.session;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where residents reach the portal, and where it may send them.
 *
 * @param publicUrl of the gateway, as browsers see it
 * @param checkoutHosts hosts of the payment providers' pages, such as
 * {@code checkout.stripe.com}, beside the portal's own; always by https
 */
@Validated
@ConfigurationProperties("plaza.portal")
public record WebSettings(@NotNull URI publicUrl, @DefaultValue List<String> checkoutHosts) {

	/**
	 * Whether the browser may be sent there to pay.
	 * @param address as billing-service gave it
	 * @return true for this portal's own pages and the providers' named above
	 */
	public boolean isCheckout(URI address) {
		if (address.getRawUserInfo() != null || address.getHost() == null) {
			return false;
		}
		boolean own = origin(address).equals(origin(this.publicUrl));
		return own || ("https".equals(address.getScheme()) && address.getPort() == -1
				&& this.checkoutHosts.contains(address.getHost()));
	}

	String formTargets() {
		StringBuilder targets = new StringBuilder("'self' ").append(origin(this.publicUrl));
		this.checkoutHosts.forEach((host) -> targets.append(" https://").append(host));
		return targets.toString();
	}

	private static String origin(URI address) {
		String port = (address.getPort() != -1) ? ":" + address.getPort() : "";
		return address.getScheme() + "://" + address.getHost() + port;
	}

}
