package city.plaza.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One kind of request that clients send again and again.
 *
 * @param method GET or POST
 * @param address absolute
 * @param headers of the n-th request of a run
 * @param body for the n-th request of a run; empty for none
 */
public record Request(String method, String address, IntFunction<Map<String, String>> headers,
		IntFunction<byte[]> body) {

	private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

	private static final byte[] NOTHING = {};

	/** A GET without headers of its own. */
	public static Request get(String address) {
		return get(address, Map.of());
	}

	/** A GET with headers. */
	public static Request get(String address, Map<String, String> headers) {
		return new Request("GET", address, (n) -> headers, (n) -> NOTHING);
	}

	/** A POST of JSON that differs from request to request. */
	public static Request post(String address, IntFunction<String> json) {
		return new Request("POST", address, (n) -> JSON, (n) -> json.apply(n).getBytes(StandardCharsets.UTF_8));
	}

	/** The same with further headers that differ from request to request. */
	public Request with(IntFunction<Map<String, String>> further) {
		return new Request(this.method, this.address, (n) -> {
			Map<String, String> all = new HashMap<>(this.headers.apply(n));
			all.putAll(further.apply(n));
			return all;
		}, this.body);
	}

}
