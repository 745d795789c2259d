package city.plaza.client;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with fields and one CSV file, as RFC 7578 encodes it. */
final class MultipartForm {

	private static final String BOUNDARY = "plaza-part-of-form";

	static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

	private final Map<String, String> fields;

	private final byte[] csv;

	MultipartForm(Map<String, String> fields, byte[] csv) {
		this.fields = fields;
		this.csv = csv;
	}

	HttpRequest.BodyPublisher publisher() {
		StringBuilder head = new StringBuilder();
		this.fields.forEach((name, value) -> head.append("""
				--%s\r
				Content-Disposition: form-data; name="%s"\r
				\r
				%s\r
				""".formatted(BOUNDARY, name, value)));
		head.append("""
				--%s\r
				Content-Disposition: form-data; name="file"; filename="import.csv"\r
				Content-Type: text/csv\r
				\r
				""".formatted(BOUNDARY));
		return HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head.toString()),
				HttpRequest.BodyPublishers.ofByteArray(this.csv),
				HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", StandardCharsets.US_ASCII));
	}

}
