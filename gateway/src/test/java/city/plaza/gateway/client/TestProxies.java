package city.plaza.gateway.client;

import java.util.List;

/** Proxies as an operator would name them, for tests of all packages. */
public final class TestProxies {

	private TestProxies() {
	}

	/** Trusts these networks. */
	public static TrustedProxies of(String... networks) {
		return new TrustedProxies(new ClientSettings(List.of(networks)));
	}

}
