package city.plaza.other;

/** Belongs to another service. */
public record Foreign(String name) {
}
