// Dear ImGui's context for as long as this lives; the one that was current before comes back afterwards, if
// it is still there: several may end in any order. UI thread.
#pragma once

#include <algorithm>
#include <imgui.h>
#include <vector>

namespace nextplease::app {

class ImGuiLife {
public:
    ImGuiLife()
        : before_(ImGui::GetCurrentContext())
        , own_(ImGui::CreateContext())
    {
        ImGui::SetCurrentContext(own_);
        living().push_back(own_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        // It insists on a font; we set no text with it. Its texture stays where it is, with the id 0.
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        // Lines without a texture: see gl_renderer.h.
        ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    }
    ~ImGuiLife()
    {
        const bool was_current = is_current();
        ImGui::DestroyContext(own_);
        std::erase(living(), own_);
        if (was_current && std::find(living().begin(), living().end(), before_) != living().end())
            ImGui::SetCurrentContext(before_);
    }
    ImGuiLife(const ImGuiLife&) = delete;
    ImGuiLife& operator=(const ImGuiLife&) = delete;

    void make_current() { ImGui::SetCurrentContext(own_); }
    bool is_current() const { return ImGui::GetCurrentContext() == own_; }
    static bool any_current() { return ImGui::GetCurrentContext() != nullptr; }

private:
    // Whatever is current must be one of these: ImGui counts its memory in it.
    static std::vector<ImGuiContext*>& living()
    {
        static std::vector<ImGuiContext*> all;
        return all;
    }

    ImGuiContext* before_;
    ImGuiContext* own_;
};

} // namespace nextplease::app
