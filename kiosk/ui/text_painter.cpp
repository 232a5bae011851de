#include "kiosk/ui/text_painter.h"

#include "kiosk/ui/text_setter.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace nextplease::ui {

namespace {

constexpr std::size_t kMostBytes = std::size_t { 24 } << 20;
constexpr std::size_t kLayoutBytes = 4096; // about what a layout that waits to be drawn takes

struct SpecHash {
    std::size_t operator()(const TextSpec& spec) const noexcept
    {
        std::size_t hash = std::hash<std::string> {}(spec.text);
        const auto mix = [&hash](std::size_t part) { hash = (hash ^ part) * 0x9E3779B97F4A7C15; };
        mix(std::hash<Language> {}(spec.language));
        mix(std::bit_cast<std::uint32_t>(spec.px));
        mix(std::bit_cast<std::uint32_t>(spec.wrap));
        mix(std::bit_cast<std::uint32_t>(spec.line_height));
        mix(static_cast<std::size_t>(spec.weight) * 8 + static_cast<std::size_t>(spec.align) * 2
            + (spec.markup ? 1 : 0));
        return hash;
    }
};

// What is known of each cached thing.
struct Kept {
    std::uint64_t frame = 0; // last painted
    std::size_t bytes = 0;
};

struct KeptText : Kept {
    TextBlock block;
    std::unique_ptr<LaidText> laid; // until it is drawn
};

struct KeptPicture : Kept {
    TextPainter::Picture picture;
};

std::size_t bytes_of(const Mask& mask)
{
    return mask.coverage.size();
}

} // namespace

struct TextPainter::State {
    explicit State(TextureMaker& maker)
        : textures(maker)
    {
    }

    TextureMaker& textures;
    TextSetter setter;
    std::unordered_map<TextSpec, KeptText, SpecHash> texts;
    std::unordered_map<std::string, KeptPicture> pictures;
    std::uint64_t frame = 1;
    std::size_t bytes = 0;
    bool wiping = false;

    KeptText& text(const TextSpec& spec)
    {
        auto [at, is_new] = texts.try_emplace(spec);
        KeptText& kept = at->second;
        if (is_new) {
            kept.laid = setter.lay(spec);
            kept.block = kept.laid->block();
            kept.bytes = kLayoutBytes;
            bytes += kept.bytes;
        }
        kept.frame = frame;
        return kept;
    }

    void forget(const Kept& kept, std::uintptr_t texture)
    {
        bytes -= kept.bytes;
        if (texture != 0)
            textures.drop(texture);
    }

    void wipe_texts()
    {
        while (!texts.empty()) {
            auto node = texts.extract(texts.begin());
            forget(node.mapped(), node.mapped().block.texture);
            explicit_bzero(node.key().text.data(), node.key().text.size());
        }
    }

    // The frame before which things are forgotten, so that about a quarter of the room becomes free.
    std::uint64_t oldest_to_keep() const
    {
        std::vector<std::pair<std::uint64_t, std::size_t>> ages;
        for (const auto& [spec, kept] : texts)
            ages.emplace_back(kept.frame, kept.bytes);
        for (const auto& [key, kept] : pictures)
            ages.emplace_back(kept.frame, kept.bytes);
        std::sort(ages.begin(), ages.end());
        std::size_t freed = 0;
        for (const auto& [last, size] : ages) {
            if (last == frame || bytes - freed <= kMostBytes / 4 * 3)
                return last; // what the last frame showed is kept at any size
            freed += size;
        }
        return frame;
    }
};

TextPainter::TextPainter(TextureMaker& textures)
    : state_(std::make_unique<State>(textures))
{
}

TextPainter::~TextPainter()
{
    for (const auto& [spec, kept] : state_->texts)
        state_->forget(kept, kept.block.texture);
    for (const auto& [key, kept] : state_->pictures)
        state_->forget(kept, kept.picture.texture);
}

const TextBlock& TextPainter::measured(const TextSpec& spec)
{
    return state_->text(spec).block;
}

const TextBlock& TextPainter::block(const TextSpec& spec)
{
    KeptText& kept = state_->text(spec);
    if (kept.laid) {
        const Mask mask = kept.laid->draw();
        kept.laid.reset();
        if (mask.width > 0)
            kept.block.texture = state_->textures.make(mask);
        state_->bytes -= kept.bytes;
        kept.bytes = bytes_of(mask);
        state_->bytes += kept.bytes;
    }
    return kept.block;
}

TextCaret TextPainter::caret(const TextSpec& spec, std::size_t index)
{
    return state_->setter.lay(spec)->caret(index);
}

std::size_t TextPainter::index_at(const TextSpec& spec, int line, float x)
{
    return state_->setter.lay(spec)->index_at(line, x);
}

void TextPainter::wipe()
{
    state_->wiping = true;
}

const TextPainter::Picture& TextPainter::picture(const std::string& key, const std::function<Mask()>& draw)
{
    auto [at, is_new] = state_->pictures.try_emplace(key);
    KeptPicture& kept = at->second;
    if (is_new) {
        const Mask mask = draw();
        if (mask.width > 0 && mask.height > 0) {
            kept.picture.width = static_cast<float>(mask.width);
            kept.picture.height = static_cast<float>(mask.height);
            kept.picture.texture = state_->textures.make(mask);
        }
        kept.bytes = bytes_of(mask);
        state_->bytes += kept.bytes;
    }
    kept.frame = state_->frame;
    return kept.picture;
}

void TextPainter::begin_frame()
{
    if (std::exchange(state_->wiping, false))
        state_->wipe_texts();
    if (state_->bytes > kMostBytes) {
        const std::uint64_t oldest = state_->oldest_to_keep();
        std::erase_if(state_->texts, [&](const auto& at) {
            if (at.second.frame >= oldest)
                return false;
            state_->forget(at.second, at.second.block.texture);
            return true;
        });
        std::erase_if(state_->pictures, [&](const auto& at) {
            if (at.second.frame >= oldest)
                return false;
            state_->forget(at.second, at.second.picture.texture);
            return true;
        });
    }
    ++state_->frame;
}

std::size_t TextPainter::bytes() const
{
    return state_->bytes;
}

void TextPainter::warm(const Language& language)
{
    state_->setter.warm(language);
}

Mask TextPainter::mask_of(const TextSpec& spec)
{
    return TextSetter().lay(spec)->draw();
}

} // namespace nextplease::ui
