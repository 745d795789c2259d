package city.plaza.portal.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import city.plaza.portal.city.CitySettings;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The few static files of the pages, compressed once: with gzip at the start, with Brotli
 * by the build, and that only what is the same in every city. Their addresses hold a hash
 * of their content, so that a browser keeps them for ever and never shows an old one.
 */
@Component
public class Assets {

	private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

	private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

	private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

	private static final String SEAL = "seal";

	private static final int HEAVIEST_SEAL = 12 * 1024;

	private final Map<String, String> addresses = new HashMap<>();

	private final Map<String, Asset> files = new HashMap<>();

	Assets(CitySettings city) throws IOException {
		add("portal", ".css", CSS, read("assets/portal.css"));
		add("city", ".css", CSS, city.colours().asStyleSheet().getBytes(StandardCharsets.UTF_8));
		add("portal", ".js", SCRIPT, read("assets/portal.js"));
		add("signature", ".js", SCRIPT, read("assets/signature.js"));
		add("signature_pad", ".js", SCRIPT, signaturePad().getContentAsByteArray());
		add("passkey", ".js", SCRIPT, read("assets/passkey.js"));
		if (city.seal() != null) {
			addSeal(city.seal());
		}
		add("icon", ".svg", SVG, read("assets/icon.svg"));
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
		Asset asset = new Asset(type, content);
		asset.offer(Coding.GZIP, zip(content));
		Resource brotli = new ClassPathResource("assets/" + address + ".br");
		if (brotli.exists()) {
			asset.offer(Coding.BROTLI, brotli.getContentAsByteArray());
		}
		this.addresses.put(name + ending, address);
		this.files.put(address, asset);
	}

	/** It is on every page: a heavy one would spend what a first visit may weigh. */
	private void addSeal(Resource file) throws IOException {
		byte[] content = file.getContentAsByteArray();
		String name = String.valueOf(file.getFilename()).toLowerCase(Locale.ROOT);
		if (content.length > HEAVIEST_SEAL || !(name.endsWith(".svg") || name.endsWith(".png"))) {
			throw new IllegalStateException("plaza.city.seal is to be an .svg or .png of at most "
					+ HEAVIEST_SEAL / 1024 + " KB: " + file + " is another, or has " + content.length + " bytes");
		}
		boolean vector = name.endsWith(".svg");
		add(SEAL, vector ? ".svg" : ".png", vector ? SVG : MediaType.IMAGE_PNG, content);
		this.addresses.put(SEAL, this.addresses.get(SEAL + (vector ? ".svg" : ".png")));
	}

	/** Of its WebJar, whose version is part of the path. */
	private static Resource signaturePad() throws IOException {
		Resource[] found = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:META-INF/resources/webjars/signature_pad/*/dist/signature_pad.umd.min.js");
		if (found.length != 1) {
			throw new IllegalStateException("There are " + found.length + " versions of signature_pad");
		}
		return found[0];
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
