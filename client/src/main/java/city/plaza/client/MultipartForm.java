package city.plaza.client;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with fields and one CSV file, as RFC 7578 encodes it. */
final class MultipartForm {

	private static final String BOUNDARY = "plaza-part-of-form";

	private final String boundary;

	private final Map<String, String> fields;

	private final byte[] csv;

	MultipartForm(Map<String, String> fields, byte[] csv) {
		this.fields = fields;
		this.csv = csv;
		this.boundary = notIn(fields + new String(csv, StandardCharsets.ISO_8859_1));
	}

	String contentType() {
		return "multipart/form-data; boundary=" + this.boundary;
	}

	HttpRequest.BodyPublisher publisher() {
		StringBuilder head = new StringBuilder();
		this.fields.forEach((name, value) -> head.append("""
				--%s\r
				Content-Disposition: form-data; name="%s"\r
				\r
				%s\r
				""".formatted(this.boundary, name, value)));
		head.append("""
				--%s\r
				Content-Disposition: form-data; name="file"; filename="import.csv"\r
				Content-Type: text/csv\r
				\r
				""".formatted(this.boundary));
		return HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head.toString()),
				HttpRequest.BodyPublishers.ofByteArray(this.csv),
				HttpRequest.BodyPublishers.ofString("\r\n--" + this.boundary + "--\r\n", StandardCharsets.US_ASCII));
	}

	/** A file that holds the boundary would end there. */
	private static String notIn(String content) {
		String boundary = BOUNDARY;
		for (int n = 1; content.contains(boundary); n++) {
			boundary = BOUNDARY + "-" + n;
		}
		return boundary;
	}

}
