package city.plaza.portal.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import city.plaza.portal.city.CitySettings;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The few static files of the pages, compressed once. Their addresses hold a hash of
 * their content, so that a browser keeps them for ever and never shows an old one.
 */
@Component
public class Assets {

	private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private final Map<String, String> addresses = new HashMap<>();

	private final Map<String, Asset> files = new HashMap<>();

	Assets(CitySettings city) throws IOException {
		add("portal", ".css", CSS, read("assets/portal.css"));
		add("city", ".css", CSS, city.colours().asStyleSheet().getBytes(StandardCharsets.UTF_8));
		add("portal", ".js", SCRIPT, read("assets/portal.js"));
		add("icon", ".svg", MediaType.valueOf("image/svg+xml"), read("assets/icon.svg"));
	}

	/** One file, as it is and compressed. */
	static final class Asset {

		private final MediaType type;

		private final byte[] plain;

		private final byte[] zipped;

		private Asset(MediaType type, byte[] plain) throws IOException {
			this.type = type;
			this.plain = plain;
			this.zipped = zip(plain);
		}

		MediaType type() {
			return this.type;
		}

		byte[] content(boolean asZip) {
			return asZip ? this.zipped : this.plain;
		}

	}

	/**
	 * The address of a file for use in a page.
	 * @param name such as {@code portal.css}
	 * @return its path, with the hash of its content
	 */
	public String path(String name) {
		String address = this.addresses.get(name);
		if (address == null) {
			throw new IllegalArgumentException("No such asset: " + name);
		}
		return "/assets/" + address;
	}

	Optional<Asset> find(String address) {
		return Optional.ofNullable(this.files.get(address));
	}

	private void add(String name, String ending, MediaType type, byte[] content) throws IOException {
		String address = name + "-" + hash(content) + ending;
		this.addresses.put(name + ending, address);
		this.files.put(address, new Asset(type, content));
	}

	private static byte[] read(String path) throws IOException {
		return new ClassPathResource(path).getContentAsByteArray();
	}

	private static String hash(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] zip(byte[] content) throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(zipped) {
			{
				this.def.setLevel(9);
			}
		}) {
			out.write(content);
		}
		return zipped.toByteArray();
	}

}
